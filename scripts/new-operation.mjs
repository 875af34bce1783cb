// Creates the files of a new operation: a stub for every step of CONTRIBUTING.md, each failing until it is done.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { codeEdits } from './new-operation/code-edits.mjs';
import { readPlan, requireResource } from './new-operation/read-plan.mjs';
import { specEdits } from './new-operation/spec-edits.mjs';

const usage = `Usage: npm run new:operation -- <operationId> "<METHOD> <path>" --schema <Name> --resource <file> --summary "<sentence>"

  npm run new:operation -- getWalletHistory "GET /wallets/{id}/history" \\
    --schema WalletHistory --resource wallets --summary "Get what happened to a wallet"

  --schema     the schema of the response, or of what a list contains, UpperCamelCase; bodies and pages are named after it
  --resource   a file of packages/client/src/resources/, without .ts
  --tag        a tag of openapi.yaml (default: the resource, such as Wallets)
  --root       the repository (default: this one)`;

const text = { type: 'string' };
const options = { schema: text, resource: text, summary: text, tag: text, root: text };

function main() {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const root = values.root ?? fileURLToPath(new URL('..', import.meta.url));
  const plan = readPlan(values, positionals);
  requireResource(plan.resource, join(root, 'packages/client/src/resources'));
  const files = new Map();
  const exists = (path) => existsSync(join(root, path));
  const read = (path) => files.get(path) ?? readFileSync(join(root, path), 'utf8');
  const edit = (path, change) => files.set(path, change(read(path), path));
  const create = (path, content) => {
    if (exists(path)) throw new Error(`${path} already exists. Choose another name.`);
    files.set(path, content);
  };
  specEdits(plan, { edit, create, exists, read });
  codeEdits(plan, { edit });
  // Nothing is written before everything is known to fit.
  for (const [path, content] of files) writeFileSync(join(root, path), content);
  console.log(`${[...files.keys()].map((path) => `  ${path}`).join('\n')}

Created or changed. Each of these fails \`npm test\` until it is filled in. Follow CONTRIBUTING.md from step 1; then \`npm run format\`.`);
}

try {
  main();
} catch (error) {
  console.error(`${error.message}\n\n${usage}`);
  process.exitCode = 2;
}
