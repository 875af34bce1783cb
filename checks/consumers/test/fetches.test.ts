import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { runNode } from '../harness/run.js';
import { startCommand } from '../harness/start-command.js';

const installed = inject('installed');
const tool = (path: string) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));

test.each(['node-fetch.js', 'undici.js', 'undici-dispatcher.js'])(
  '%s sends each request once, and its responses are read',
  async (file) => {
    await using mock = await startCommand(installed, 'sandbox');
    const ending = await runNode(file, [], join(installed, 'fetch'), { OMS_BASE_URL: mock.url });
    expect(ending).toEqual({ status: 0, output: '{"firstName":"Alice","missing":"NotFoundError"}' });
    // The token, and the three calls.
    expect(await mock.requests()).toBe(4);
  },
);

test.each(['typescript-5.4', 'typescript-5.9', 'typescript-6.0', 'typescript-7.0'])(
  'the fetch of undici, and one with a dispatcher, are a fetch to %s',
  async (compiler) => {
    const ending = await runNode(tool(`${compiler}/bin/tsc`), [], join(installed, 'fetch'));
    expect(ending).toEqual({ status: 0, output: '' });
  },
);

test.each([
  ['imports.test.js', 3, 0],
  ['whatwg-fetch.test.js', 2, 4],
  ['jest-fetch-mock.test.js', 2, 0],
])('%s passes in the jsdom of Jest 29', async (file, count, requests) => {
  await using mock = await startCommand(installed, 'sandbox');
  const variables = { OMS_BASE_URL: mock.url };
  const ending = await runNode(tool('jest-29/bin/jest.js'), [file], join(installed, 'jsdom'), variables);
  expect(ending).toEqual({
    status: 0,
    output: expect.stringMatching(new RegExp(`Tests: +${count} passed, ${count} total`)),
  });
  expect(await mock.requests()).toBe(requests);
});
