import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { onboarded } from '../harness/onboarded.js';
import { runNode } from '../harness/run.js';
import { startCommand } from '../harness/start-command.js';

const installed = inject('installed');

test.each(['javascript-esm', 'javascript-cjs'])(
  'a project of kind %s takes a customer to a wallet',
  async (kind) => {
    const ending = await runNode('onboarding.js', [], join(installed, kind));
    expect(ending).toEqual(onboarded);
  },
);

test('npx oms-mock serves the packed client and finds no violation', async () => {
  await using mock = await startCommand(installed);
  const ending = await runNode('onboarding-over-a-socket.js', [], join(installed, 'javascript-esm'), {
    OMS_BASE_URL: mock.url,
  });
  expect(ending).toEqual(onboarded);
  expect(await mock.requests()).toBeGreaterThan(3);
  expect(await mock.violations()).toEqual([]);
});
