import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSpec } from '../src/load/load-spec.js';
import { SpecProblems } from '../src/load/spec-problems.js';
import { brokenSpec, configFile, rootFile, temporaryFolder } from './spec-copy.js';

async function problemsOf(file: string): Promise<SpecProblems> {
  const error: unknown = await loadSpec(file, configFile).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SpecProblems);
  return error as SpecProblems;
}

test('bundles the spec into one document without outside references', async () => {
  const { model, json, sha256 } = await loadSpec(rootFile, configFile);
  const references = [...json.matchAll(/"\$ref": "([^"]+)"/g)].map(([, target]) => target);
  expect(references.length).toBeGreaterThan(50);
  expect(references.filter((target) => target?.startsWith('#/') !== true)).toEqual([]);
  expect(sha256).toBe(createHash('sha256').update(JSON.stringify(model.document)).digest('hex'));
});

test.each([
  [
    'a misindented line',
    'schemas/Customer.yaml',
    /^properties:/m,
    ' properties:',
    'schemas/Customer.yaml',
    /indentation/,
  ],
  ['an unclosed list', 'openapi.yaml', /^servers:/m, 'bad: [1\nservers:', 'openapi.yaml', /not valid YAML/],
  [
    'a damaged example',
    'examples/customer-alice.json',
    '{',
    '{"a": [',
    'examples/customer-alice.json',
    /Failed to parse[^(]*$/,
  ],
  [
    'a reference to no file',
    'openapi.yaml',
    'paths/wallet.yaml',
    'paths/nowhere.yaml',
    'openapi.yaml',
    /Correct the \$ref/,
  ],
  [
    'a reference to no key',
    'paths/wallet.yaml',
    /#\/get|Wallet\.yaml/,
    'Nothing.yaml',
    'paths/wallet.yaml',
    /Correct the \$ref/,
  ],
  [
    'a misspelt keyword',
    'schemas/Customer.yaml',
    /^properties:/m,
    'properteis:',
    'schemas/Customer.yaml',
    /Did you mean properties/,
  ],
  [
    'an unknown type',
    'schemas/Customer.yaml',
    'type: object',
    'type: objekt',
    'schemas/Customer.yaml',
    /can be one of/,
  ],
])('says where %s stands and what to do', async (_case, file, part, replacement, blamed, message) => {
  const { problems } = await problemsOf(brokenSpec(file, part, replacement));
  expect(problems[0]).toMatchObject({
    file: blamed,
    line: expect.any(Number),
    message: expect.stringMatching(message),
  });
});

test('lists a cause without the consequences that follow from it', async () => {
  const { problems } = await problemsOf(
    brokenSpec('openapi.yaml', 'paths/wallet.yaml', 'paths/nowhere.yaml'),
  );
  expect(problems).toHaveLength(1);
});

test.each([
  ['is a list', /[\s\S]+/, '[]'],
  ['is of an unknown version', 'openapi: 3.1.0', 'openapi: 9.1.0'],
])('names the root file when it %s', async (_case, part, replacement) => {
  const { message } = await problemsOf(brokenSpec('openapi.yaml', part, replacement));
  expect(message).toMatch(/^The spec has 1 problem; nothing was generated\.\n {2}openapi\.yaml {2}\S.+$/);
});

test('names a root file that is not there, or is a folder', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'openapi.yaml'));
  expect((await problemsOf(join(folder, 'nowhere.yaml'))).message).toContain('There is no such file');
  expect((await problemsOf(join(folder, 'openapi.yaml'))).message).toContain('received a folder');
});
