import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, test } from 'vitest';
import { newerNode, runNode } from '../harness/run.js';

const installed = inject('installed');
const here = fileURLToPath(new URL('..', import.meta.url));
const jest = join(here, 'node_modules/jest/bin/jest.js');
const vitest = join(here, '../../node_modules/vitest/vitest.mjs');

/** What a recipe of the guide prints when its test passes. */
const passed = (output: RegExp) => ({ status: 0, output: expect.stringMatching(output) });

test('node:test runs the recipe', async () => {
  const ending = await runNode('--test', [], join(installed, 'node-test'));
  expect(ending).toEqual(passed(/pass 1\b/));
});

test('Playwright runs the recipe', async () => {
  const project = join(installed, 'playwright');
  const [mockPort, appPort] = [await freePort(), await freePort()];
  for (const file of ['playwright.config.js', 'customers.spec.js', 'app.js']) {
    const text = readFileSync(join(project, file), 'utf8');
    const moved = text.replaceAll('4010', String(mockPort)).replaceAll('3000', String(appPort));
    writeFileSync(join(project, file), moved);
  }
  const command = join(here, 'node_modules/@playwright/test/cli.js');
  expect(await runNode(command, ['test'], project)).toEqual(passed(/1 passed/));
});

test.each([
  ['msw', undefined],
  ['msw-newest', newerNode],
])('MSW runs the recipe, in the project %s', async (project, node) => {
  const ending = await runNode('--test', [], join(installed, project), {}, node);
  expect(ending).toEqual(passed(/pass 1\b/));
});

describe('jest, with ES modules', () => {
  test('runs the recipe', async () => {
    const ending = await runNode('--experimental-vm-modules', [jest], join(installed, 'jest-esm'));
    expect(ending).toEqual(passed(/Tests: +1 passed, 1 total/));
  });
});

describe('jest, with CommonJS', () => {
  const project = join(installed, 'jest');

  test('tests a project that requires the client, against a mock server of its global set-up', async () => {
    const { status, output } = await runNode(jest, ['onboarding'], project);
    expect({ status, output }).toEqual({
      status: 0,
      output: expect.stringMatching(/Tests: +3 passed, 3 total/),
    });
  });

  test('runs the recipe', async () => {
    expect(await runNode(jest, ['customers'], project)).toEqual(passed(/Tests: +1 passed, 1 total/));
  });

  test('imports the mock server into a test, where Node has its modules for it', async () => {
    const args = [jest, 'in-process'];
    const { status, output } = await runNode('--experimental-vm-modules', args, project);
    expect({ status, output }).toEqual({
      status: 0,
      output: expect.stringMatching(/Tests: +2 passed, 2 total/),
    });
  });
});

describe('vitest before 4.1', () => {
  const command = join(here, 'node_modules/vitest-3/vitest.mjs');
  const run = (file: string) =>
    runNode(command, ['run', file], join(installed, 'vitest-3'), { NO_COLOR: '1' });

  test('runs the recipe', async () => {
    expect(await run('customers')).toEqual(passed(/Tests +1 passed \(1\)/));
  });

  test('is told that the fixture needs a newer one', async () => {
    expect(await run('fixture')).toEqual(passed(/Tests +1 passed \(1\)/));
  });
});

describe.each([
  ['vitest', vitest, undefined],
  ['vitest-5', join(here, '../newest/node_modules/vitest/vitest.mjs'), newerNode],
])('%s, with the fixture', (name, command, node) => {
  const project = join(installed, name);
  const run = (file: string) => runNode(command, ['run', file], project, { NO_COLOR: '1' }, node);

  test('gives each test a fresh server', async () => {
    expect(await run('onboarding')).toEqual(passed(/Tests +3 passed \(3\)/));
  });

  test('fails the test that breaks the contract', async () => {
    const { status, output } = await run('broken-contract');
    expect({ status, output }).toEqual({
      status: 1,
      output: expect.stringContaining('ContractViolationError: 1 violation of the contract'),
    });
  });

  test.each(['typescript-5.9', 'typescript-6.0', 'typescript-7.0'])(
    'has types that %s accepts',
    async (compiler) => {
      const tsc = join(here, 'node_modules', compiler, 'bin/tsc');
      expect(await runNode(tsc, ['--noEmit'], project)).toEqual({ status: 0, output: '' });
    },
  );
});

/** A port that nobody uses now: the configuration of Playwright has to name it. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
