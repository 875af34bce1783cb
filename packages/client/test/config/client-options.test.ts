import { type ClientOptions, ConfigurationError, OmsClient } from '@oms-sdk/client';
import { afterEach, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { credentials, observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

const notLimits = [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, '30' as unknown as number];

test.each(notLimits)('refuses the limits timeoutMs and maxResponseBytes to be %s', async (value) => {
  for (const option of ['timeoutMs', 'maxResponseBytes']) {
    const error = await caught<ConfigurationError>(() => observedClient(undefined, { [option]: value }));

    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.option).toBe(option);
  }
});

test.each<[string, Partial<Record<keyof ClientOptions, unknown>>]>([
  ['fetch', { fetch: 'https://proxy.example' }],
  ['headers', { headers: { 'x-marker': 'line\r\nbreak' } }],
  ['headers', { headers: { authorization: 'Bearer marker' } }],
  ['headers', { headers: { 'Idempotency-Key': 'one-for-all' } }],
])('throws a ConfigurationError that names %s for %j', async (option, options) => {
  const error = await caught<ConfigurationError>(() => observedClient(undefined, options as ClientOptions));

  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error.option).toBe(option);
});

test('takes null for no options', async () => {
  vi.stubEnv('OMS_API_KEY', '');

  expect(await caught(new OmsClient(null as never).customers.list())).toBeInstanceOf(ConfigurationError);
});

test('calls the fetch that is global at the time of the call', async () => {
  const client = new OmsClient({ ...credentials, token: async () => 'token' });
  const fetch = vi.fn(async () => json({ data: [] }));
  vi.stubGlobal('fetch', fetch);

  await client.customers.list();

  expect(fetch).toHaveBeenCalledOnce();
});
