import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { printDifference, publicApi } from '../src/public-api/public-api.js';

const folder = mkdtempSync(join(tmpdir(), 'oms-public-api-'));
afterAll(() => rmSync(folder, { recursive: true }));
const exports = { '.': { types: './dist/index.d.ts', default: './dist/index.js' }, './a.json': './a.json' };

/** The API of a package with these declaration files. */
function apiOf(files: Readonly<Record<string, string>>): string {
  mkdirSync(join(folder, 'dist/generated'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'shop', type: 'module', exports }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'dist', name), text);
  return publicApi(folder);
}

describe('the public API', () => {
  test('is the same after a change of comments or of the order of declarations', () => {
    const before = apiOf({ 'index.d.ts': 'export interface B { x: 1 }\nexport type A = { y: 2 };' });
    const after = apiOf({
      'index.d.ts': '/** New. */\nexport type A = { y: 2 };\nexport interface B { x: 1 }',
    });
    expect(after).toBe(before);
  });

  test('names every entry point and tells types from values', () => {
    const api = apiOf({
      'index.d.ts': 'export declare const price: number;\nexport interface Cart { x: 1 }',
    });
    expect(api).toContain('## `shop`\n\n- type `Cart`\n- `price`\n');
    expect(api).toContain('## `shop/a.json`\n');
  });

  test('includes what an exported declaration speaks of, across files', () => {
    const index = "import type { Line } from './line.js';\nexport interface Cart { lines: Line[] }";
    const api = apiOf({ 'index.d.ts': index, 'line.d.ts': 'export interface Line { amount: number }' });
    expect(api).toContain('not exported\n\n```ts\ninterface Line {\n    amount: number;\n}\n```\n');
  });

  test('leaves out what is generated from the spec', () => {
    const index = "import type { Wire } from './generated/wire.js';\nexport type Cart = Wire;";
    const api = apiOf({ 'index.d.ts': index, 'generated/wire.d.ts': 'export type Wire = { id: string };' });
    expect(api).toContain('type Cart = Wire;');
    expect(api).not.toContain('id: string');
  });

  test('leaves out the constructor of a class that is exported as a type alone', () => {
    const cart = 'declare class Cart { constructor(secret: string); total(): number }';
    expect(apiOf({ 'index.d.ts': `${cart}\nexport { Cart };` })).toContain('constructor');
    expect(apiOf({ 'index.d.ts': `${cart}\nexport type { Cart };` })).not.toContain('constructor');
  });

  test('writes a choice of texts out, however it is put together', () => {
    const index = "type Places = { box: 1; bag: 2 };\nexport type Code = keyof Places | 'tin';";
    const api = apiOf({ 'index.d.ts': index });
    expect(api).toContain("type Code =\n    | 'bag'\n    | 'box'\n    | 'tin';");
  });
});

test('a difference is shown by the lines that changed, and by what they belong to', () => {
  const cart = 'interface Cart {\n    a: 1;\n    b: 2;\n}\n\ninterface Line {\n    c: 3;\n}\n';
  const changed = cart.replace('b: 2', 'b: 4').replace('c: 3;', 'c: 3;\n    d: 5;');

  expect(printDifference(cart, changed)).toBe(
    'line 3, in interface Cart\n-    b: 2;\n+    b: 4;\n\nline 8, in interface Line\n+    d: 5;',
  );
  expect(printDifference('', 'a\nb\n')).toBe('line 1\n+a\n+b');
  expect(printDifference('', 'a\n'.repeat(60))).toMatch(/^line 1\n(\+a\n){20}… and 40 more lines$/);
});
