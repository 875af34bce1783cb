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
    return { file, room: file.includes('/') ? file.slice(0, file.indexOf('/')) : '', imports, text };
  });

/** The rooms each room may use. What is not listed may use all. */
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

  expect([...new Set(importers.map(({ room }) => room))]).toEqual(['contract']);
});

test('nothing imports the barrel', () => {
  expect(files.filter(({ imports }) => imports.some((name) => name.endsWith('/index.js')))).toEqual([]);
});

test.each(Object.entries(uses))('%s/ uses only the rooms %j', (room, allowed) => {
  const inRoom = files.filter((file) => file.room === room);
  const used = inRoom.flatMap(({ file, imports }) =>
    imports.filter((name) => name.startsWith('.')).map((name) => posix.join(posix.dirname(file), name)),
  );
  const rooms = used.flatMap((name) => /^([^/]+)\//.exec(name)?.[1] ?? []).filter((other) => other !== room);

  expect(inRoom.length).toBeGreaterThan(0);
  expect([...new Set(rooms)].filter((other) => !allowed.includes(other))).toEqual([]);
});

test('what a mode is given and gives needs nothing of Node', () => {
  const door = files.filter(({ room }) => ['faults', 'sandbox'].includes(room));

  expect(door.filter(({ imports }) => imports.some((name) => name.startsWith('node:')))).toEqual([]);
});

test('no file has more than 200 lines', () => {
  expect(files.filter(({ text }) => text.split('\n').length > 200).map(({ file }) => file)).toEqual([]);
});
