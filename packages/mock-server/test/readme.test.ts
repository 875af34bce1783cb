import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => code);

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

  expect(blocks).toHaveLength(3);
  expect(spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' }).stdout).toBe('');
});

test('the first block is a test that runs here', () => {
  expect(blocks[0]).toBe(readFileSync(join(root, 'test/first-example.test.ts'), 'utf8'));
});

test('it is read in two minutes', () => {
  expect(readme.split(/\s+/).length).toBeLessThan(1200);
});

test('every link within the repository leads somewhere', () => {
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => link);

  expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
});
