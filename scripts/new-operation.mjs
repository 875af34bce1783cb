// Creates the files of a new operation: a stub for every step of CONTRIBUTING.md, each failing until it is done.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { codeEdits } from './new-operation/code-edits.mjs';
import { specEdits } from './new-operation/spec-edits.mjs';

const usage = `Usage: npm run new:operation -- <operationId> "<METHOD> <path>" --schema <Name> --resource <file> --summary "<sentence>"

  npm run new:operation -- getWalletHistory "GET /wallets/{id}/history" \\
    --schema WalletHistory --resource wallets --summary "Get what happened to a wallet"

  --schema     what it answers with, UpperCamelCase; a request body is named after it
  --resource   a file of packages/client/src/resources/, without .ts
  --tag        a tag of openapi.yaml (default: the resource, such as Wallets)
  --root       the repository (default: this one)`;

const text = { type: 'string' };
const options = { schema: text, resource: text, summary: text, tag: text, root: text };

function main() {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const root = values.root ?? fileURLToPath(new URL('..', import.meta.url));
  const plan = readPlan(values, positionals);
  const files = new Map();
  const read = (path) => files.get(path) ?? readFileSync(`${root}/${path}`, 'utf8');
  const edit = (path, change) => files.set(path, change(read(path), path));
  const create = (path, content) => {
    if (existsSync(`${root}/${path}`)) throw new Error(`${path} is there already. Choose another name.`);
    files.set(path, content);
  };
  specEdits(plan, { edit, create, exists: (path) => existsSync(`${root}/${path}`), read });
  codeEdits(plan, { edit });
  // Nothing is written before everything is known to fit.
  for (const [path, content] of files) writeFileSync(`${root}/${path}`, content);
  console.log(`${[...files.keys()].map((path) => `  ${path}`).join('\n')}

Created or changed. Each of these fails \`npm test\` until it is filled in. Follow CONTRIBUTING.md from step 1; then \`npm run format\`.`);
}

function readPlan({ schema, resource, summary, tag }, [operationId, call, ...rest]) {
  const [, method, path] = /^(GET|POST|PATCH|DELETE|PUT) (\/\S+)$/.exec(call ?? '') ?? [];
  if (method === undefined || rest.length > 0)
    throw new Error('Give an operationId and a call such as "GET /wallets/{id}".');
  const [, verb] = /^(create|get|list|update|delete)(?:[A-Z][a-z0-9]+)+$/.exec(operationId) ?? [];
  if (verb === undefined)
    throw new Error(`${operationId} is not a verb (create, get, list, update, delete) and a noun.`);
  if (!/^[A-Z][A-Za-z0-9]+$/.test(schema ?? ''))
    throw new Error('--schema is missing or not UpperCamelCase.');
  if (!/^[a-z-]+$/.test(resource ?? '')) throw new Error('--resource is missing or not the name of a file.');
  if (!/^[A-Z][^"`\n]+$/.test(summary ?? ''))
    throw new Error('--summary is missing or not a plain sentence.');
  const hasBody = ['POST', 'PATCH', 'PUT'].includes(method);
  const parameters = [...path.matchAll(/\{([A-Za-z]+)\}/g)].map(([, name]) => name);
  const params = hasBody ? `${schema}${verb === 'update' ? 'Update' : 'Create'}` : undefined;
  const title = resource.replace(/-/g, ' ');
  return {
    operationId,
    verb,
    method,
    path,
    parameters,
    schema,
    params,
    resource,
    summary,
    tag: tag ?? title[0].toUpperCase() + title.slice(1),
  };
}

try {
  main();
} catch (error) {
  console.error(`${error.message}\n\n${usage}`);
  process.exitCode = 2;
}
