import type { ConfigurationError } from '@oms-sdk/client';
import { afterEach, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';

afterEach(() => vi.unstubAllGlobals());

const uuid = /^oms-sdk-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const customer = { type: 'individual' } as const;

test('makes keys from random values on a page without crypto.randomUUID', async () => {
  const { getRandomValues } = crypto;
  vi.stubGlobal('crypto', { getRandomValues: getRandomValues.bind(crypto) });
  const { client, requests } = observedClient();

  await client.customers.create(customer);
  await client.customers.create(customer);

  const [first, second] = requests.map(({ headers }) => headers['idempotency-key']);
  expect(first).toMatch(uuid);
  expect(second).toMatch(uuid);
  expect(second).not.toBe(first);
});

test.each([undefined, {}])('names crypto when a key cannot be made: %o', async (value) => {
  vi.stubGlobal('crypto', value);
  const { client, requests } = observedClient();

  const error = await caught<ConfigurationError>(client.customers.create(customer));

  expect(error).toMatchObject({ name: 'ConfigurationError', option: 'crypto', outcome: 'not_sent' });
  expect(error.message).toContain('crypto');
  expect(requests).toEqual([]);
});

test('needs no crypto for a key that was passed, or for a call without one', async () => {
  vi.stubGlobal('crypto', undefined);
  const { client, requests } = observedClient();

  await client.customers.create(customer, { idempotencyKey: 'mine' });
  await client.customers.get('cst_1');

  expect(requests.map(({ headers }) => headers['idempotency-key'])).toEqual(['mine', undefined]);
});
