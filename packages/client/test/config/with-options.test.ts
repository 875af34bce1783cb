import { ConfigurationError, type Middleware, OmsClient } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

test('shares the token', async () => {
  const { client, exchanges } = observedClient();

  await client.customers.list();
  await client.withOptions({ timeoutMs: 1000 }).customers.list();

  expect(exchanges).toHaveLength(1);
});

test('shares the budget for retries', async () => {
  const { client, requests } = observedClient(() => json({}, 503, { 'retry-after-ms': '0' }));
  const eager = client.withOptions({ maxRetries: 100 });

  await caught(eager.customers.get('cst_1'));
  await caught(client.withOptions({ maxRetries: 2 }).customers.get('cst_1'));

  expect(requests).toHaveLength(101 + 1);
});

test('returns a whole client', () => {
  const { client } = observedClient();

  const other = client.withOptions({});

  expect(other).toBeInstanceOf(OmsClient);
  expect(Object.keys(other)).toEqual(Object.keys(client));
});

test('changes the defaults of the new client and not of the old one', async () => {
  const { client, requests } = observedClient(() => json({}, 503), { maxRetries: 0 });

  await caught(client.withOptions({ maxRetries: 1 }).customers.get('cst_1'));
  await caught(client.customers.get('cst_1'));

  expect(requests).toHaveLength(3);
});

test('adds headers and middleware to those of the client', async () => {
  const mark =
    (name: string): Middleware =>
    (request, next) =>
      next({ ...request, headers: { ...request.headers, [name]: '1' } });
  const { client, requests } = observedClient(undefined, {
    headers: { 'x-a': '1' },
    middleware: [mark('x-b')],
  });

  await client.withOptions({ headers: { 'x-c': '1' }, middleware: [mark('x-d')] }).customers.list();

  expect(requests[0]?.headers).toMatchObject({ 'x-a': '1', 'x-b': '1', 'x-c': '1', 'x-d': '1' });
});

test.each([undefined, null])('takes %s for no options', (options) => {
  const { client } = observedClient();

  expect(client.withOptions(options as never)).toBeInstanceOf(OmsClient);
});

test.each([
  { timeoutMs: 0 },
  { deadlineMs: -1 },
  { maxRetries: 1.5 },
  { maxRetries: -1 },
  { maxRetries: 101 },
  { headers: { 'idempotency-key': 'shared' } },
])('refuses %o', async (options) => {
  const { client } = observedClient();

  expect(await caught(() => client.withOptions(options))).toBeInstanceOf(ConfigurationError);
});
