import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type MarkdownProgram, programsIn, programsOf } from '../src/markdown-blocks.js';
import { tableAfter } from '../src/markdown-table.js';
import { listOperations, readSpec } from '../src/spec.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const guides = programsIn('docs/guides');
const reference = programsIn('docs/reference');
const all = [
  ...guides,
  ...reference,
  ...programsOf('README.md'),
  ...programsOf('docs/README.md'),
  ...programsOf('llms.txt'),
  ...programsOf('packages/client/README.md'),
  ...programsOf('packages/mock-server/README.md'),
];
const calls = reference.filter(({ code }) => code.includes('new OmsClient'));

/** Its name begins with a dot, so that the check of the package's own types passes it by. */
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(root, 'test/.documentation-'));
  for (const { name, code } of all) writeFileSync(join(folder, `${name}.ts`), code);
  const compilerOptions = { noUnusedLocals: false, skipLibCheck: true };
  const settings = { extends: '../../tsconfig.json', compilerOptions, include: ['*.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('every program in guides, reference, llms.txt and the READMEs of the packages compiles', () => {
  const tsc = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url));

  expect(all.length).toBeGreaterThan(40);
  expect(spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' }).stdout).toBe('');
});

test('the README says of every area of the spec that it is covered, and of what is announced that it is a preview', () => {
  const rows = tableAfter('README.md', '## What it covers').filter(([, state]) => state !== 'not covered');
  const operations = listOperations(readSpec());
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  const isPreview = (tag: string) =>
    operations.every((operation) => operation.tag !== tag || operation['x-oms-confidence'] === 'preview');

  expect(rows).toHaveLength(tags.length);
  expect(rows.filter(([, state = '']) => state.startsWith('preview'))).toHaveLength(
    tags.filter(isPreview).length,
  );
});

test('every operation has a program in the reference', () => {
  expect(calls).toHaveLength(listOperations(readSpec()).length);
});

describe('against the named examples', () => {
  let server: MockServer;
  beforeAll(async () => {
    server = await startMockServer({ mode: 'mock' });
  });
  beforeEach(() => server.reset());
  afterAll(() => server.close());

  test.each(calls)('$name matches the contract', async (program) => {
    expect(await linesOf(program, server)).not.toEqual([]);
  });
});

describe('in the sandbox', () => {
  test.each([
    ['first-call-0', ['cst_', 'basic']],
    ['onboarding-0', ['Deposits go to 0x', 'cst_']],
    ['client-README-0', ['cst_', 'basic still needs']],
    ['client-README-1', ['endpoint whk_', 'deposits go to 0x', 'cst_']],
    ['testing-5', ['1']],
  ])('%s prints what the text says', async (name, beginnings) => {
    await using server = await startMockServer({ mode: 'sandbox' });
    const lines = await linesOf({ name }, server);

    expect(beginnings.filter((text) => !lines.some((line) => line.startsWith(text)))).toEqual([]);
  });
});

/** Runs a program as it stands; gives the lines it wrote. */
async function linesOf({ name }: Pick<MarkdownProgram, 'name'>, server: MockServer): Promise<string[]> {
  vi.stubEnv('OMS_API_KEY', 'sk_sdbx_example');
  vi.stubEnv('OMS_API_SECRET', 'example-api-secret');
  vi.stubEnv('OMS_BASE_URL', server.url);
  const log = vi.spyOn(console, 'log').mockReturnValue();
  await import(pathToFileURL(join(folder, `${name}.ts`)).href);
  server.assertNoViolations();
  return log.mock.calls.map((parts) => parts.join(' '));
}
