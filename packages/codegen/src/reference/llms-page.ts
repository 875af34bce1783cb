import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { methodLines, webhookFunctions } from './api-page.js';
import { code, fence, joined, prose } from './markdown.js';
import { fileOf, type ReferenceFacts } from './reference-facts.js';

const clientReadme = 'packages/client/README.md';
const mockReadme = 'packages/mock-server/README.md';

/** A compact map of SDK and API for language models; its programs are those of the READMEs, which the tests compile. */
export function llmsPage(facts: ReferenceFacts, root: string): string {
  const block = (file: string, heading?: string) => fence('ts', firstBlock(join(root, file), heading));
  const methods = facts.resources.flatMap((resource) => resource.methods);
  return joined(
    '# OMS SDK',
    `> Unofficial, typed TypeScript client and mock server for the customer API (v0.9) of Polygon's Open Money Stack (OMS):
> customers, endorsements (KYC), custodial wallets, webhooks. Early access; statements are marked documented, inferred,
> third-party, precedent or preview.`,
    '## Install and construct',
    fence('sh', 'npm install @oms-sdk/client\nnpm install --save-dev @oms-sdk/mock-server'),
    block(clientReadme),
    `- Keys \`sk_sdbx_…\` go to the sandbox, \`sk_live_…\` to production. Credentials come from \`OMS_API_KEY\` and \`OMS_API_SECRET\`.
- Token exchange, retries and \`Idempotency-Key\` headers need no code. Use one client for the whole process.
- Identity data (\`birthDate\`, \`residentialAddress\`, \`ipAddress\`, \`identifyingInformation\`) can be sent and is never returned.
- A new customer cannot do anything yet: wait for the endorsement before you create a wallet.
- Every method except \`waitForEndorsement\` takes \`RequestOptions\` last: \`idempotencyKey\`, \`timeoutMs\`, \`deadlineMs\`, \`maxRetries\`, \`signal\`, \`headers\`, \`middleware\`.
- It runs in Node 20.19 or newer, Bun, Deno, Workers and browsers; a secret in a browser is refused: pass \`token\` there.
- \`@oms-sdk/client/kyc\` plans the form that an endorsement needs next, checks what it was filled with, and leads refusals back to its fields.
- Await a list for one page, or iterate over it for all items. Ids are opaque strings, amounts decimal strings.`,
    '## Methods',
    methodLines(methods, facts),
    '## Errors',
    block(clientReadme, '## Errors'),
    facts.errors.map(({ name, parent, text }) => `- ${code(name)} (${parent}): ${prose(text)}`).join('\n'),
    '## Webhooks',
    block(clientReadme, '## Webhooks'),
    methodLines(webhookFunctions(root), facts, ''),
    `Events: ${facts.spec.events.map(({ path }) => code(path)).join(', ')}. Others pass through as unknown events.`,
    '## Testing without an account',
    block(mockReadme),
    block(mockReadme, 'Onboard a customer, or have one rejected:'),
    '## Links',
    links(facts, root),
  );
}

function links({ spec }: ReferenceFacts, root: string): string {
  const operations = spec.operations.map(
    (operation) =>
      `- [${prose(operation.summary)}](docs/reference/${fileOf(operation)}): ${code(operation.name)}`,
  );
  return `${guides(root)}
- [Client](${clientReadme}): every feature and option; [mock server](${mockReadme}): three examples, where to look
- [A skill for agents](packages/mock-server/skills/oms/SKILL.md), also in the package \`@oms-sdk/mock-server\`
- [Options](docs/reference/options.md), [errors](docs/reference/errors.md), [webhook events](docs/reference/webhook-events.md), [requirement codes](docs/reference/requirement-codes.md), [violation codes](docs/reference/violation-codes.md), [faults](docs/reference/faults.md), [command line and admin routes](docs/reference/mock-server.md)
- All of it in one file: \`npm run docs\` writes \`docs/site/llms-full.txt\`
- [Spec](openapi/openapi.yaml) and [its gaps](openapi/CURATION.md)
${operations.join('\n')}`;
}

/** The guides as `docs/README.md` lists them. */
function guides(root: string): string {
  const index = readFileSync(join(root, 'docs/README.md'), 'utf8');
  const lines = index.split('\n').filter((line) => line.startsWith('- ') && line.includes('](guides/'));
  if (lines.length === 0) throw new Error('docs/README.md lists no guides; llms.txt names them.');
  return lines.map((line) => line.replace('](guides/', '](docs/guides/')).join('\n');
}

function firstBlock(file: string, heading = ''): string {
  const text = readFileSync(file, 'utf8');
  const [, block] = /^```ts\n(.*?)^```/ms.exec(text.slice(Math.max(0, text.indexOf(`${heading}\n`)))) ?? [];
  if (block === undefined)
    throw new Error(`${file} has no TypeScript below "${heading}"; llms.txt shows it.`);
  return block;
}
