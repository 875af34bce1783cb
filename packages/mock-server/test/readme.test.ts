import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { afterAll, expect, test } from 'vitest';
import { addOptions } from '../src/cli/command-options.js';
import { explain } from '../src/cli/explain.js';
import { faultKinds } from '../src/faults/fault-kinds.js';
import { codeTable } from '../src/violations/code-table.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => code);
const cells = new Set([...readme.matchAll(/^\| `([^`]+)`/gm)].map(([, cell]) => cell));

/** Its name begins with a dot, so that the check of the package's own types passes it by. */
const folder = mkdtempSync(join(root, 'test/.readme-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('every TypeScript block compiles', () => {
  for (const [index, code] of blocks.entries())
    writeFileSync(join(folder, `block-${index}.ts`), `${code}\nexport {};\n`);
  const settings = {
    extends: '../../tsconfig.json',
    compilerOptions: { noUnusedLocals: false },
    include: ['*.ts'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));

  expect(blocks).toHaveLength(9);
  expect(spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' }).stdout).toBe('');
});

test('the first block is a test that runs here', () => {
  expect(blocks[0]).toBe(readFileSync(join(root, 'test/first-example.test.ts'), 'utf8'));
});

test('every violation code is in a table', () => {
  for (const code of codeTable.keys()) {
    const [, place = '', rule = ''] = /^(\w+\.\w+)\.(.+)$/.exec(code) ?? [];
    const isListed = cells.has(code) || (cells.has(rule) && readme.includes(`\`${place}\``));
    expect([code, isListed]).toEqual([code, true]);
  }
});

test('the tables say what explain says', () => {
  const rows = [...readme.matchAll(/^\| `(re[a-z]+\.[^`]+)` \|.*\| (.+) \|$/gm)];

  expect(rows.length).toBeGreaterThan(20);
  for (const [, code = '', sentence = ''] of rows) expect(explain(code)).toContain(sentence);
});

test.each(['options.ts', 'mock-server.ts'])('every member in %s has a row', (file) => {
  const source = readFileSync(join(root, 'src', file), 'utf8');
  const members = [...source.matchAll(/^ {2}(?:readonly )?(\w+)(?=\??[:(])/gm)].map(([, name = '']) => name);

  expect(members.length).toBeGreaterThan(5);
  for (const member of members) expect(readme).toMatch(new RegExp(`^\\| \`${member}\\b`, 'm'));
});

test('every kind of fault is in a table, with its fields', () => {
  for (const [kind, { fields }] of Object.entries(faultKinds)) {
    const listed = fields.map((field) => `\`${field}\``).join(', ');
    expect(readme).toContain(`\n| \`${kind}\` | ${listed}${listed && ' '}| `);
  }
});

test('every option of the command has a row', () => {
  for (const { long } of addOptions(new Command()).options)
    expect(readme).toMatch(new RegExp(`^\\| \`${long}\\b`, 'm'));
});

test('every option of the command has its default in its row', () => {
  for (const { long, defaultValue, description, envVar, required } of addOptions(new Command()).options) {
    const [, shown] = new RegExp(`^\\| \`${long}\\b[^|]*\\| ([^|]+) \\|`, 'm').exec(readme) ?? [];
    const stated = envVar ?? /\(default: (\w+)\)/.exec(description)?.[1] ?? defaultValue;
    const isOff = stated === false || (stated === undefined && !required);
    const none = !isOff && (stated === undefined || Array.isArray(stated));
    const text = isOff ? 'off' : `\`${stated}\``;

    expect([long, shown]).toEqual([long, none ? expect.stringMatching(/^(?:none|the shipped one)$/) : text]);
  }
});

test('every link within the repository leads somewhere', () => {
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => link);

  expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
});
