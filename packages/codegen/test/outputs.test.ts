import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { generateOutputs } from '../src/generate/outputs.js';
import { findStale, writeOutputs } from '../src/generate/write-outputs.js';
import { type BundledSpec, describeSpec, loadSpec } from '../src/load/load-spec.js';
import { configFile, root, rootFile, temporaryFolder } from './spec-copy.js';

let spec: BundledSpec;
beforeAll(async () => {
  spec = await loadSpec(rootFile, configFile);
});

test('gives the same files every time', async () => {
  const again = await loadSpec(rootFile, configFile);
  expect(await generateOutputs(again, root)).toEqual(await generateOutputs(spec, root));
});

test('writes what is missing, then nothing', async () => {
  const folder = temporaryFolder();
  const outputs = await generateOutputs(spec, root);
  expect(writeOutputs(folder, outputs)).toEqual([...outputs.keys()]);
  expect(writeOutputs(folder, outputs)).toEqual([]);
  expect(findStale(folder, outputs)).toEqual([]);
});

test('finds a file that was edited by hand, and mends it', async () => {
  const folder = temporaryFolder();
  const outputs = await generateOutputs(spec, root);
  const [edited = ''] = outputs.keys();
  writeOutputs(folder, outputs);
  writeFileSync(join(folder, edited), '// mine now\n');
  expect(findStale(folder, outputs)).toEqual([edited]);
  expect(writeOutputs(folder, outputs)).toEqual([edited]);
  expect(readFileSync(join(folder, edited), 'utf8')).toBe(outputs.get(edited));
});

test('gives other files when the spec changes', async () => {
  const { document } = spec.model;
  const other = describeSpec({ ...document, info: { ...Object(document['info']), version: '0.9.99' } });
  const changed = await generateOutputs(other, root);
  const before = await generateOutputs(spec, root);
  const different = [...changed]
    .filter(([path, content]) => before.get(path) !== content)
    .map(([path]) => path);
  expect(different).toContain('packages/client/src/generated/spec.gen.ts');
  expect(different).toContain('openapi/generated/openapi.json');
});

test('leaves every file as it was when one of them cannot be replaced', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'first.ts'), 'old');
  mkdirSync(join(folder, 'taken.ts'));
  const outputs = new Map(['first.ts', 'second.ts', 'taken.ts'].map((path) => [path, 'new']));

  expect(() => writeOutputs(folder, outputs)).toThrow(/taken\.ts/);
  expect(readdirSync(folder)).toEqual(['first.ts', 'taken.ts']);
  expect(readFileSync(join(folder, 'first.ts'), 'utf8')).toBe('old');
});
