import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, test } from 'vitest';
import { runNode } from '../harness/run.js';

const installed = inject('installed');
const here = fileURLToPath(new URL('..', import.meta.url));
const jest = join(here, 'node_modules/jest/bin/jest.js');
const vitest = join(here, '../../node_modules/vitest/vitest.mjs');

describe('jest, with CommonJS', () => {
  const project = join(installed, 'jest');

  test('tests a project that requires the client, against a mock server of its global set-up', async () => {
    const { status, output } = await runNode(jest, ['onboarding'], project);
    expect({ status, output }).toEqual({
      status: 0,
      output: expect.stringMatching(/Tests: +3 passed, 3 total/),
    });
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

describe('vitest, with the fixture', () => {
  const project = join(installed, 'vitest');
  const run = (file: string) => runNode(vitest, ['run', file], project, { NO_COLOR: '1' });

  test('gives each test a fresh server', async () => {
    const { status, output } = await run('onboarding');
    expect({ status, output }).toEqual({ status: 0, output: expect.stringMatching(/Tests +3 passed \(3\)/) });
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
