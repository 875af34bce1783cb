import { type ClientOptions, ConfigurationError, OmsClient } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';

const sandbox = 'https://sandbox-api.polygon.technology';
const production = 'https://api.polygon.technology';

test.each<[string, ClientOptions, string]>([
  ['a sandbox key', { apiKey: 'sk_sdbx_1' }, sandbox],
  ['a live key', { apiKey: 'sk_live_1' }, production],
  ['a sandbox key of an internal environment', { apiKey: 'sk_dev_sdbx_1' }, sandbox],
  ['a live key of an internal environment', { apiKey: 'sk_dev_live_1' }, production],
  [
    'a key with another prefix and environment production',
    { apiKey: 'key_1', environment: 'production' },
    production,
  ],
  ['a token function', { token: async () => 'token' }, sandbox],
  [
    'a token function and environment production',
    { token: async () => 'token', environment: 'production' },
    production,
  ],
])('sends requests with %s to the right origin', async (_, options, origin) => {
  const { client, requests } = observedClient(undefined, options);

  await client.customers.list();

  expect(requests[0]?.url).toBe(`${origin}/v0.9/customers`);
});

test.each<[string, ClientOptions]>([
  ['a live key in the sandbox', { apiKey: 'sk_live_1', environment: 'sandbox' }],
  ['a sandbox key in production', { apiKey: 'sk_sdbx_1', environment: 'production' }],
  [
    'a sandbox key that environment contradicts',
    { apiKey: 'sk_sdbx_1', environment: 'production', baseUrl: `${sandbox}/v0.9` },
  ],
  [
    'a sandbox key that baseUrl contradicts',
    { apiKey: 'sk_sdbx_1', environment: 'sandbox', baseUrl: `${production}/v0.9` },
  ],
  ['a sandbox key at the base URL of production', { apiKey: 'sk_sdbx_1', baseUrl: `${production}/v0.9` }],
  ['a live key at the base URL of the sandbox', { apiKey: 'sk_live_1', baseUrl: `${sandbox}/v0.9` }],
])('refuses %s', async (_, options) => {
  const error = await caught<ConfigurationError>(() => new OmsClient({ apiSecret: 'secret', ...options }));

  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error.option).toBe('environment');
  expect(error.message).toMatch(/^The API key belongs to (sandbox|production), but the client is set to /);
});

test.each(['key_1', 'SK_LIVE_1', 'sk_livé_1', 'pk_live_1'])(
  'refuses to guess the environment of the key %s, and does not quote it',
  async (apiKey) => {
    const error = await caught<ConfigurationError>(() => new OmsClient({ apiKey, apiSecret: 'secret' }));

    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.option).toBe('apiKey');
    expect(error.message).not.toContain(apiKey);
  },
);

test.each<ClientOptions>([{ environment: 'production' }, { baseUrl: 'https://proxy.example' }])(
  'takes a key with any prefix with %j',
  (options) => {
    expect(() => new OmsClient({ apiKey: 'key_1', apiSecret: 'secret', ...options })).not.toThrow();
  },
);

test('takes a live key to a base URL of its own, such as a proxy', () => {
  const options = { apiKey: 'sk_live_1', apiSecret: 'secret', baseUrl: 'https://proxy.example/oms' };

  expect(() => new OmsClient(options)).not.toThrow();
});

test.each(['staging', 'toString', '__proto__'])('refuses the unknown environment %s', (environment) => {
  const options = { apiKey: 'key', apiSecret: 'secret', environment: environment as 'sandbox' };

  expect(() => new OmsClient(options)).toThrow('environment must be one of: sandbox, production.');
});

test('a host with a dot at its end is the same host', async () => {
  const options = { apiKey: 'sk_sdbx_1', baseUrl: 'https://api.polygon.technology./v0.9' };

  expect(await caught(() => observedClient(undefined, options))).toMatchObject({ option: 'environment' });
});
