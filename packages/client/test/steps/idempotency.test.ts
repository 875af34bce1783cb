import {
  type ApiError,
  type CustomerCreateParams,
  InvalidArgumentError,
  type OmsClient,
  type RequestOptions,
} from '@oms-sdk/client';
import { openapiFetch } from '@oms-sdk/client/openapi-fetch';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';
import { credentials, observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

const generated = /^oms-sdk-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const customer: CustomerCreateParams = { type: 'individual' };

const posts: Record<string, (client: OmsClient, options?: RequestOptions) => PromiseLike<unknown>> = {
  'customers.create': (client, options) => client.customers.create(customer, options),
  'wallets.create': (client, options) =>
    client.wallets.create('cst_1', { asset: 'usdc', chain: 'polygon' }, options),
  'webhookEndpoints.create': (client, options) =>
    client.webhookEndpoints.create({ url: 'https://a.example' }, options),
  'POST of openapiFetch': (client, options) =>
    openapiFetch(client).POST('/customers', { body: customer, ...(options as object) }),
};

test.each(Object.entries(posts))('%s sends a new key with each call', async (_, post) => {
  const { client, requests } = observedClient();

  await post(client);
  await post(client);

  const [first, second] = requests.map(({ headers }) => headers['idempotency-key']);
  expect(first).toMatch(generated);
  expect(second).toMatch(generated);
  expect(second).not.toBe(first);
});

test('sends no key with a token exchange', async () => {
  const { client, exchanges } = observedClient();

  await client.auth.createToken(credentials);
  await client.customers.list();

  expect(exchanges.map(({ headers }) => 'idempotency-key' in headers)).toEqual([false, false]);
});

test('sends no key with a GET, a PATCH or a DELETE', async () => {
  const { client, requests } = observedClient();

  await client.customers.get('cst_1');
  await client.customers.update('cst_1', {});
  await client.customers.delete('cst_1');

  expect(requests.map(({ headers }) => 'idempotency-key' in headers)).toEqual([false, false, false]);
});

test('keeps the key when the token is refreshed', async () => {
  const { client, requests } = observedClient((_, index) => json({}, index === 0 ? 401 : 201), {
    exchange: (_, index) => json({ accessToken: `token-${index}`, expiresIn: 3600 }),
  });

  await client.customers.create(customer);

  const [first, second] = requests.map(({ headers }) => headers['idempotency-key']);
  expect(first).toMatch(generated);
  expect(second).toBe(first);
});

test.each<[string, RequestOptions]>([
  ['as an option', { idempotencyKey: 'cst-alice-001' }],
  ['as a header', { headers: { 'idempotency-key': 'cst-alice-001' } }],
  ['as a header in another case', { headers: { 'IDEMPOTENCY-Key': 'cst-alice-001' } }],
  [
    'as an option beside a header',
    { idempotencyKey: 'cst-alice-001', headers: { 'Idempotency-Key': 'other' } },
  ],
])("sends the caller's key given %s", async (_, options) => {
  const { client, requests } = observedClient();

  await client.customers.create(customer, options);

  expect(requests[0]?.headers['idempotency-key']).toBe('cst-alice-001');
});

test.each([
  ['is empty', ''],
  ['has 256 characters', 'k'.repeat(256)],
  ['has a line break', 'marker\r\nx-admin: 1'],
  ['has a space', 'marker 1'],
  ['has a character outside ASCII', 'markér'],
  ['is a number', 42 as unknown as string],
])("refuses a caller's key that %s, does not quote it and sends nothing", async (_, idempotencyKey) => {
  const { client, requests, exchanges } = observedClient();

  const error = await caught<InvalidArgumentError>(client.customers.create(customer, { idempotencyKey }));

  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect(error.argument).toBe('idempotencyKey');
  expect(error.message).not.toMatch(/mark/);
  expect([...requests, ...exchanges]).toEqual([]);
});

test.each(['', 'two words', 'k'.repeat(256)])('refuses %j as a key in a header', async (key) => {
  const { client, requests } = observedClient();

  const error = await caught<InvalidArgumentError>(
    client.customers.create(customer, { headers: { 'Idempotency-Key': key } }),
  );

  expect(error.argument).toBe('idempotencyKey');
  expect(requests).toEqual([]);
});

test.each(['k', 'k'.repeat(255), '!~'])(
  'takes a key at the edge of what is allowed',
  async (idempotencyKey) => {
    const { client, requests } = observedClient();

    await client.customers.create(customer, { idempotencyKey });

    expect(requests[0]?.headers['idempotency-key']).toBe(idempotencyKey);
  },
);

test('puts the key on the error of a write, so that the write can be retried', async () => {
  const { client, requests } = observedClient(() => json(example('error-unavailable'), 503));

  const error = await caught<ApiError>(client.customers.create(customer));

  expect(error.idempotencyKey).toMatch(generated);
  expect(error.idempotencyKey).toBe(requests[0]?.headers['idempotency-key']);
});
