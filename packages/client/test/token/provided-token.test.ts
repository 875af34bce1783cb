import { inspect } from 'node:util';
import { AuthenticationError, ConfigurationError } from '@oms-sdk/client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';
import { observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

const expired = () => json(example('error-token-expired'), 401);

test('asks the function before every request and exchanges nothing', async () => {
  let count = 0;
  const { client, requests, exchanges } = observedClient(undefined, {
    token: async () => `token-${++count}`,
  });

  await client.customers.list();
  await client.customers.list();

  expect(requests.map(({ headers }) => headers['authorization'])).toEqual([
    'Bearer token-1',
    'Bearer token-2',
  ]);
  expect(exchanges).toEqual([]);
});

test('sets no timer for a token that is at hand', async () => {
  const setTimer = vi.spyOn(globalThis, 'setTimeout');
  onTestFinished(() => setTimer.mockRestore());
  const { client } = observedClient(undefined, { token: async () => 'token', timeoutMs: 1234 });

  await client.customers.list();

  expect(setTimer.mock.calls.map(([, ms]) => ms)).toEqual([1234]);
});

test('asks once more after a 401 and sends again with another token', async () => {
  let count = 0;
  const reply = (_: unknown, index: number) => (index === 0 ? expired() : json({}));
  const { client, requests } = observedClient(reply, { token: async () => `token-${++count}` });

  await client.customers.list();

  expect(requests[1]?.headers['authorization']).toBe('Bearer token-2');
});

test('does not send again when the function returns the refused token again', async () => {
  const { client, requests } = observedClient(expired, { token: async () => 'token' });

  expect(await caught(client.customers.list())).toBeInstanceOf(AuthenticationError);
  expect(requests).toHaveLength(1);
});

test.each([
  ['an empty string', ''],
  ['a line break', 'marker\r\nx: y'],
  ['a space', 'marker 1'],
  ['undefined', undefined],
  ['an object', { marker: 1 }],
])('refuses %s as a token without quoting it', async (_, token) => {
  const { client, requests } = observedClient(undefined, { token: async () => token as string });

  const error = await caught<ConfigurationError>(client.customers.list());

  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error.option).toBe('token');
  expect(inspect(error)).not.toContain('marker');
  expect(requests).toEqual([]);
});

test('takes a function that is not asynchronous', async () => {
  const token = (() => 'token') as unknown as () => Promise<string>;
  const { client, requests } = observedClient(undefined, { token });

  await client.customers.list({}, { signal: new AbortController().signal });

  expect(requests[0]?.headers['authorization']).toBe('Bearer token');
});

test.each([
  [
    'throws',
    () => {
      throw new Error('vault is sealed');
    },
  ],
  [
    'rejects',
    async () => {
      throw new Error('vault is sealed');
    },
  ],
])('rejects with the error of a function that %s', async (_, token) => {
  const { client } = observedClient(undefined, { token });

  expect((await caught(client.customers.list())).message).toBe('vault is sealed');
});
