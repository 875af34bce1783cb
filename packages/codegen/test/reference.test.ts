import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { generateOutputs } from '../src/generate/outputs.js';
import { findStale, writeOutputs } from '../src/generate/write-outputs.js';
import { type BundledSpec, loadSpec } from '../src/load/load-spec.js';
import type { JsonNode } from '../src/model/json-node.js';
import { readModel } from '../src/model/read-model.js';
import { typeText } from '../src/reference/field-rows.js';
import { code, fence, prose, table } from '../src/reference/markdown.js';
import { operationPage } from '../src/reference/operation-page.js';
import { readFacts } from '../src/reference/reference-facts.js';
import { configFile, root, rootFile, temporaryFolder } from './spec-copy.js';

const noReferences = readModel({});
let spec: BundledSpec;
let outputs: ReadonlyMap<string, string>;
beforeAll(async () => {
  spec = await loadSpec(rootFile, configFile);
  outputs = await generateOutputs(spec, root);
});

test('every operation has a page with a call, its confidence, a response, errors and sources', () => {
  const { operations } = readFacts(spec, root).spec;
  const pages = operations.map(({ method, path }) =>
    [...outputs.values()].find((text) => text.split('\n')[4] === `\`${method} ${path}\``),
  );

  expect(operations.length).toBeGreaterThan(16);
  for (const page of pages) {
    for (const part of [
      '## Call it\n\n```ts [TypeScript]',
      '```sh [curl]',
      '```python [Python]',
      '\n*',
      '## Response 2',
      '## Errors',
      '## Sources',
    ]) {
      expect(page).toContain(part);
    }
  }
});

test('every method of the client calls an operation of the spec', () => {
  const { resources, spec: view } = readFacts(spec, root);
  const operations = view.operations.map(({ method, path }) => `${method} ${path}`);
  const methods = resources.flatMap((resource) => resource.methods);

  expect(methods.length).toBeGreaterThan(17);
  expect(methods.filter(({ http }) => !operations.includes(http))).toEqual([]);
  expect(operations.filter((operation) => !methods.some(({ http }) => http === operation))).toEqual([]);
});

test('an operation that was only just added to the spec has programs in every language', () => {
  const page = pageOf(noteWith({ text: "it's $HOME", isShown: true }));

  expect(page).toContain(`openapiFetch(oms).POST('/wallets/{id}/notes')`);
  expect(page).toContain(`curl -sS --fail-with-body "$OMS_BASE_URL/wallets/a%22%20\\$b/notes?kind=a%26b" \\
  -H "Authorization: Bearer $OMS_ACCESS_TOKEN" \\
  -H 'Content-Type: application/json' \\
  -H "Idempotency-Key: $OMS_IDEMPOTENCY_KEY" \\
  -d @- <<'EOF'
{ "text": "it's $HOME", "isShown": true }
EOF`);
  expect(page).toContain(`os.environ["OMS_BASE_URL"] + "/wallets/a%22%20$b/notes?kind=a%26b",`);
  expect(page).toContain('"Idempotency-Key": str(uuid.uuid4()),');
  expect(page).toContain('curl reads it from `OMS_IDEMPOTENCY_KEY`');
  expect(page).toContain(`data=json.dumps({"text": "it's $HOME", "isShown": True}).encode(),`);
});

const hostile = 'EOF $HOME `id` $(id) \\ \\$ " \' \nEOF\n';

test.each([
  ['the body alone', { [hostile]: hostile }, { [hostile]: hostile }],
  ['credentials too', { apiSecret: 'x', [hostile]: hostile }, { apiSecret: 's $HOME', [hostile]: hostile }],
])('a shell sends a body as it is, and none of it is an argument: %s', (_what, value, sent) => {
  const [, program = ''] = /```+sh \[curl\]\n(.*?)\n```/s.exec(pageOf(noteWith(value))) ?? [];
  const env = { OMS_BASE_URL: '', OMS_ACCESS_TOKEN: '', OMS_IDEMPOTENCY_KEY: '', OMS_API_SECRET: 's $HOME' };

  const curl = `curl() { printf '%s\\n' "$@" >&2; cat; }\n`;
  const { stdout, stderr } = spawnSync('/bin/sh', ['-uc', curl + program], { env, encoding: 'utf8' });

  expect(JSON.parse(stdout)).toEqual(sent);
  expect(stderr).toMatch(/^Idempotency-Key: \n-d\n@-\n$/m);
  expect(stderr).not.toContain('EOF');
  expect(stderr).not.toContain('s $HOME');
});

/** The page of an operation that was only just added to the spec. */
function pageOf(operation: object): string {
  const document = structuredClone(spec.model.document) as { paths: Record<string, Record<string, object>> };
  document.paths['/wallets/{id}/notes'] = { post: operation };
  const model = readModel(document as unknown as JsonNode);
  const added = model.operations.find(({ operationId }) => operationId === 'createWalletNote');
  if (added === undefined) throw new Error('It is not read.');
  return operationPage(added, { spec: model, methods: [], errors: [] });
}

const noteWith = (value: object) => ({
  operationId: 'createWalletNote',
  parameters: [
    { name: 'id', in: 'path', required: true, example: 'a" $b' },
    { name: 'kind', in: 'query', required: true, example: 'a&b' },
    { name: 'Idempotency-Key', in: 'header', required: true },
  ],
  requestBody: {
    content: { 'application/json': { schema: { type: 'object' }, examples: { first: { value } } } },
  },
  responses: { 204: { description: 'Written.' } },
});

test('the list of methods leaves out what only another entry point calls, under a symbol', () => {
  expect(outputs.get('packages/client/api.md')).toContain('`oms.withOptions(');
  expect(outputs.get('packages/client/api.md')).not.toContain('oms.[');
});

test('the page of an operation that is gone is stale, and removed', () => {
  const folder = temporaryFolder();
  const leftOver = 'docs/reference/gone.md';
  mkdirSync(join(folder, 'docs/reference'), { recursive: true });
  writeFileSync(join(folder, leftOver), '');

  expect(findStale(folder, outputs)).toContain(leftOver);
  expect(writeOutputs(folder, outputs)).toContain(leftOver);
  expect(existsSync(join(folder, leftOver))).toBe(false);
});

test.each([
  ['prose', prose('# a <b> [c](d) `e|f` | *g*\n\nh'), '\\# a \\<b\\> \\[c\\](d) `e|f` \\| \\*g\\* h'],
  ['code', code('a ` b'), '``a ` b``'],
  ['a block', fence('ts', 'a\n```\nb'), '````ts\na\n```\nb\n````'],
  ['a cell', table(['a'], [['`b|c`']]), '| a |\n|---|\n| `b\\|c` |'],
  ['an empty value', typeText({ enum: ['', 'a'] }, noReferences), '`""` or `a`'],
])('%s cannot be left by what it contains', (_what, actual, expected) => {
  expect(actual).toBe(expected);
});
