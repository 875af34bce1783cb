import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('generated'))
  .map((file) => {
    const text = readFileSync(join(source, file), 'utf8');
    const imports = [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, name = '']) => name);
    return { file, folder: file.includes('/') ? file.slice(0, file.indexOf('/')) : '', imports, text };
  });

/** The folders each folder may use. What is not listed may use all. */
const uses: Record<string, readonly string[]> = {
  json: [],
  spec: ['generated', 'json'],
  violations: ['json'],
  contract: ['http', 'json', 'modes', 'spec', 'violations'],
  sandbox: ['generated', 'http', 'json', 'modes'],
  faults: ['contract', 'http', 'modes', 'sandbox'],
  state: ['sandbox'],
};

test('only contract/ imports Prism', () => {
  const importers = files.filter(({ imports }) => imports.some((name) => name.startsWith('@stoplight/')));

  expect([...new Set(importers.map(({ folder }) => folder))]).toEqual(['contract']);
});

test('nothing imports the barrel', () => {
  expect(files.filter(({ imports }) => imports.some((name) => name.endsWith('/index.js')))).toEqual([]);
});

test.each(Object.entries(uses))('%s/ uses only the folders %j', (folder, allowed) => {
  const inFolder = files.filter((file) => file.folder === folder);
  const used = inFolder.flatMap(({ file, imports }) =>
    imports.filter((name) => name.startsWith('.')).map((name) => posix.join(posix.dirname(file), name)),
  );
  const folders = used
    .flatMap((name) => /^([^/]+)\//.exec(name)?.[1] ?? [])
    .filter((other) => other !== folder);

  expect(inFolder.length).toBeGreaterThan(0);
  expect([...new Set(folders)].filter((other) => !allowed.includes(other))).toEqual([]);
});

test('what a mode is given and gives needs nothing of Node', () => {
  const shared = files.filter(({ folder }) => ['faults', 'sandbox'].includes(folder));

  expect(shared.filter(({ imports }) => imports.some((name) => name.startsWith('node:')))).toEqual([]);
});

test('no file has more than 200 lines', () => {
  expect(files.filter(({ text }) => text.split('\n').length > 200).map(({ file }) => file)).toEqual([]);
});
