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
  const document = structuredClone(spec.model.document) as { paths: Record<string, Record<string, object>> };
  document.paths['/wallets/{id}/notes'] = { post: note };
  const model = readModel(document as unknown as JsonNode);
  const [operation] = model.operations.filter(({ operationId }) => operationId === 'createWalletNote');
  if (operation === undefined) throw new Error('It is not read.');

  const page = operationPage(operation, { spec: model, methods: [], errors: [] });

  expect(page).toContain(`openapiFetch(oms).POST('/wallets/{id}/notes')`);
  expect(page).toContain(`curl -sS --fail-with-body "$OMS_BASE_URL/wallets/a%22%20\\$b/notes?kind=a%26b" \\
  -H "Authorization: Bearer $OMS_ACCESS_TOKEN" \\
  -H 'Content-Type: application/json' \\
  -H "Idempotency-Key: $OMS_IDEMPOTENCY_KEY" \\
  -d '{ "text": "it'\\''s $HOME", "isShown": true }'`);
  expect(page).toContain(`os.environ["OMS_BASE_URL"] + "/wallets/a%22%20$b/notes?kind=a%26b",`);
  expect(page).toContain('"Idempotency-Key": str(uuid.uuid4()),');
  expect(page).toContain('curl reads it from `OMS_IDEMPOTENCY_KEY`');
  expect(page).toContain(`data=json.dumps({"text": "it's $HOME", "isShown": True}).encode(),`);
});

const note = {
  operationId: 'createWalletNote',
  parameters: [
    { name: 'id', in: 'path', required: true, example: 'a" $b' },
    { name: 'kind', in: 'query', required: true, example: 'a&b' },
    { name: 'Idempotency-Key', in: 'header', required: true },
  ],
  requestBody: {
    content: {
      'application/json': {
        schema: { type: 'object' },
        examples: { first: { value: { text: "it's $HOME", isShown: true } } },
      },
    },
  },
  responses: { 204: { description: 'Written.' } },
};

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
