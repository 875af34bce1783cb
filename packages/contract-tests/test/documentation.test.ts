import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { NotFoundError } from '@oms-sdk/client';
import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type MarkdownProgram, programsIn, programsOf } from '../src/markdown-blocks.js';
import { tableAfter } from '../src/markdown-table.js';
import { listOperations, readSpec } from '../src/spec.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const repository = fileURLToPath(new URL('../../..', import.meta.url));
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
  ...programsOf('packages/mock-server/skills/oms/SKILL.md'),
  ...programsIn('packages/mock-server/skills/oms/references'),
];
const calls = reference.filter(({ code }) => code.includes('new OmsClient'));
/** What a program prints in the sandbox, by the beginnings of its lines. */
const printed = new Map([
  ['first-call-0', ['cst_', 'basic']],
  ['onboarding-0', ['Deposits go to 0x', 'cst_']],
  ['client-README-0', ['cst_', 'basic still needs']],
  ['client-README-1', ['endpoint whk_', 'deposits go to 0x', 'cst_']],
  ['dialects-0', ['documented', 'v0.11', 'precedent']],
  ['faults-0', ['1']],
  ['root-README-0', ['Alice receives usdc at 0x']],
  ['mock-server-README-1', ['REJECTED']],
  ['mock-server-README-2', ['1']],
  ['skill-SKILL-0', ['0x']],
  ['skill-onboarding-0', ['INACTIVE lastName', 'REJECTED']],
  ['skill-webhooks-0', ['granted to cst_', 'not handled: wallet.depositDetected']],
  ['skill-testing-1', ['1']],
  ['skill-errors-0', ['1']],
]);
const isTest = ({ code }: MarkdownProgram) => code.includes("from 'vitest'");
const others = all.filter(
  (program) => !isTest(program) && !calls.includes(program) && !printed.has(program.name),
);

/** A server of an example takes a free port, and keeps no process waiting. */
const onAnyPort = (code: string) => code.replace('.listen(3000)', '.listen(0).unref()');

/** Its name begins with a dot, so that the check of the package's own types passes it by. */
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(root, 'test/.documentation-'));
  for (const { name, code } of all) writeFileSync(join(folder, `${name}.ts`), onAnyPort(code));
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

test('the skill has the head that agents look for, and is read in a minute', () => {
  const skill = readFileSync(join(repository, 'packages/mock-server/skills/oms/SKILL.md'), 'utf8');
  const [, description = ''] = /^---\nname: oms\ndescription: (.+)\n---\n/.exec(skill) ?? [];

  expect(description.length).toBeGreaterThan(100);
  expect(description.length).toBeLessThan(1024);
  expect(skill.length).toBeLessThan(5000);
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
    server.assertNoViolations();
  });
});

describe('in the sandbox', () => {
  test.each([...printed])('%s prints what the text says', async (name, beginnings) => {
    await using server = await startMockServer({ mode: 'sandbox' });
    const lines = await linesOf({ name }, server);

    expect(beginnings.filter((text) => !lines.some((line) => line.startsWith(text)))).toEqual([]);
    server.assertNoViolations();
  });
});

/** They call what the mock server does not know, to show that the client can. */
const unknownToTheServer = ['root-README-1', 'client-README-17'];

describe('as they stand', () => {
  const home = process.cwd();
  beforeAll(() => process.chdir(folder));
  afterAll(() => process.chdir(home));

  test.each(others)('$name runs', async (program) => {
    await using server = await startMockServer({ checks: 'immediate' });
    vi.stubEnv('OMS_WEBHOOK_SECRET', 'whsec_example');

    const run = linesOf(program, server);

    if (unknownToTheServer.includes(program.name)) await expect(run).rejects.toThrow(NotFoundError);
    else await expect(run).resolves.toBeDefined();
  });

  test('those that are tests pass', () => {
    const tests = all.filter(isTest);
    for (const { name, code } of tests) writeFileSync(join(folder, `${name}.test.ts`), code);
    const config = `import { sharedConfig } from '../../../../vitest.shared.js';
export default { resolve: sharedConfig.resolve, test: { include: ['*.test.ts'], isolate: false, testTimeout: 120_000 } };\n`;
    writeFileSync(join(folder, 'vitest.config.ts'), config);
    const vitest = fileURLToPath(new URL('../../../node_modules/vitest/vitest.mjs', import.meta.url));

    const args = [vitest, 'run', '--root', folder];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });

    expect([status, status === 0 ? '' : stdout]).toEqual([0, '']);
    expect(tests.length).toBeGreaterThan(3);
  });
});

/** Runs a program as it stands; gives the lines it wrote. */
async function linesOf({ name }: Pick<MarkdownProgram, 'name'>, server: MockServer): Promise<string[]> {
  vi.stubEnv('OMS_API_KEY', 'sk_sdbx_example');
  vi.stubEnv('OMS_API_SECRET', 'example-api-secret');
  vi.stubEnv('OMS_BASE_URL', server.url);
  const log = vi.spyOn(console, 'log').mockReturnValue();
  await import(pathToFileURL(join(folder, `${name}.ts`)).href);
  return log.mock.calls.map((parts) => parts.join(' '));
}
