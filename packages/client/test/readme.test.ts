import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { example } from './harness/example.js';
import { json } from './harness/responses.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => code);

/** What the blocks after the first take for granted. */
const given = `import type { OmsClient as Client } from '@oms-sdk/client';
declare const oms: Client;
declare const customerId: string;
`;

/** Its name begins with a dot, so that the check of the package's own types passes it by. */
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(root, 'test/.readme-'));
  blocks.forEach((code, index) => {
    const prelude = code.includes('oms = new OmsClient') ? '' : given;
    writeFileSync(join(folder, `block-${index}.ts`), `${prelude}${code}\nexport {};\n`);
  });
  const settings = {
    extends: '../../tsconfig.json',
    compilerOptions: { noUnusedLocals: false },
    include: ['*.ts'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('every TypeScript block compiles', () => {
  const tsc = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url));

  expect(blocks.length).toBeGreaterThan(6);
  expect(spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' }).stdout).toBe('');
});

test('the first block runs', async () => {
  vi.stubEnv('OMS_API_KEY', 'sk_sdbx_example');
  vi.stubEnv('OMS_API_SECRET', 'example-api-secret');
  const examples = ['token', 'customer-created-alice'];
  vi.stubGlobal('fetch', async () => json(example(examples.shift() ?? '')));
  const log = vi.spyOn(console, 'log').mockReturnValue();

  await import(pathToFileURL(join(folder, 'block-0.ts')).href);

  const { id, status } = example<{ id: string; status: string }>('customer-created-alice');
  expect(log).toHaveBeenCalledWith(`${id} is ${status}`);
});

test('the table names every method of every resource with its request', () => {
  const folderOfResources = join(root, 'src/resources');
  const sources = readdirSync(folderOfResources).map((file) =>
    readFileSync(join(folderOfResources, file), 'utf8'),
  );
  const documented = sources.flatMap((text) =>
    [...text.matchAll(/\*\*?\s(?:\s*\* )?(`[A-Z]+ \/[^`]*`) — /g)].map(([, name]) => name),
  );
  const listed = [...readme.matchAll(/^\| `\w+\.\w+\(.*?\)` \| (`[A-Z]+ \/[^`]*`)/gm)].map(
    ([, name]) => name,
  );

  expect(documented.length).toBeGreaterThan(16);
  expect(listed.sort()).toEqual(documented.sort());
});

test('every error class has a row', () => {
  const classes = [
    ...readFileSync(join(root, 'src/errors.ts'), 'utf8').matchAll(
      /\b(?!Oms|Field)\w+Error\b(?!-|Details|Reason)/g,
    ),
  ];

  for (const [name] of classes) expect(readme).toContain(`| \`${name}\` |`);
});

test('every link within the repository leads somewhere', () => {
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => link);

  expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
});
