import { ConfigurationError } from '@oms-sdk/client';
import { afterEach, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';

afterEach(() => vi.unstubAllEnvs());

test('takes the base URL from the environment', async () => {
  vi.stubEnv('OMS_BASE_URL', 'http://127.0.0.1:4010/v0.9');
  const { client, requests } = observedClient();

  await client.customers.list();

  expect(requests[0]?.url).toBe('http://127.0.0.1:4010/v0.9/customers');
});

test('counts an empty variable as unset', async () => {
  vi.stubEnv('OMS_BASE_URL', '');
  const { client, requests } = observedClient();

  await client.customers.list();

  expect(requests[0]?.url).toBe('https://sandbox-api.polygon.technology/v0.9/customers');
});

test('prefers the option to the environment', async () => {
  vi.stubEnv('OMS_BASE_URL', 'https://environment.example');
  const { client, requests } = observedClient(undefined, { baseUrl: 'https://option.example' });

  await client.customers.list();

  expect(requests[0]?.url).toBe('https://option.example/customers');
});

test.each([
  ['https://proxy.example', 'https://proxy.example/customers'],
  ['https://proxy.example/', 'https://proxy.example/customers'],
  ['https://proxy.example/oms//', 'https://proxy.example/oms/customers'],
  ['https://proxy.example/{oms}', 'https://proxy.example/%7Boms%7D/customers'],
  ['http://localhost:4010', 'http://localhost:4010/customers'],
  ['http://127.0.0.2', 'http://127.0.0.2/customers'],
  ['http://[::1]:4010', 'http://[::1]:4010/customers'],
  ['https://proxy.example./oms', 'https://proxy.example/oms/customers'],
  ['http://localhost.:4010', 'http://localhost:4010/customers'],
])('puts the path after the base URL %s', async (baseUrl, url) => {
  const { client, requests } = observedClient(undefined, { baseUrl });

  await client.customers.list();

  expect(requests[0]?.url).toBe(url);
});

const provide = async () => 'token';
const composed = 'http://oms-mock:4010/v0.9';

test.each([
  ['a sandbox key', {}],
  ['a sandbox key with an infix', { apiKey: 'sk_dev_sdbx_example' }],
  ['another key, for the sandbox', { apiKey: 'any', environment: 'sandbox' as const }],
  ['a token for the sandbox', { token: provide, environment: 'sandbox' as const }],
])('allowHttp admits the name of a service with %s', async (_, options) => {
  const { client, requests } = observedClient(undefined, { baseUrl: composed, allowHttp: true, ...options });

  await client.customers.list();

  expect(requests[0]?.url).toBe(`${composed}/customers`);
});

test('allowHttp admits the name of a service while the credentials are missing', () => {
  vi.stubEnv('OMS_API_KEY', undefined);

  expect(() =>
    observedClient(undefined, { baseUrl: composed, allowHttp: true, apiKey: undefined }),
  ).not.toThrow();
});

test.each([
  ['a live key', { allowHttp: true, apiKey: 'sk_live_example' }],
  ['a key of no known kind', { allowHttp: true, apiKey: 'any' }],
  ['a token of no known kind', { allowHttp: true, token: provide }],
  ['a token for production', { allowHttp: true, token: provide, environment: 'production' as const }],
  ['a truthy value', { allowHttp: 'yes' as unknown as boolean }],
  ['false', { allowHttp: false }],
])('the name of a service is refused with %s', async (_, options) => {
  const error = await caught<ConfigurationError>(() =>
    observedClient(undefined, { baseUrl: composed, ...options }),
  );

  expect(error).toMatchObject({ name: 'ConfigurationError', option: 'baseUrl' });
  expect(error.message).toContain('allowHttp');
});

test('allowHttp admits no other protocol', () => {
  expect(() => observedClient(undefined, { baseUrl: 'ftp://oms-mock', allowHttp: true })).toThrow('https:');
});

test.each([
  ['http: on a host that is not loopback', 'http://marker.example', 'must begin with https:'],
  ['http: on a name that begins like loopback', 'http://127.0.0.1.marker.example', 'must begin with https:'],
  ['http: on a name that begins with localhost', 'http://localhost.marker.example', 'must begin with https:'],
  ['another protocol', 'ftp://marker.example', 'must begin with https:'],
  ['a user name', 'https://marker@host.example', 'must not contain credentials, a query or a fragment'],
  ['a password', 'https://:marker@host.example', 'must not contain credentials, a query or a fragment'],
  ['a query', 'https://host.example?marker=1', 'must not contain credentials, a query or a fragment'],
  ['a fragment', 'https://host.example#marker', 'must not contain credentials, a query or a fragment'],
  ['no scheme', 'marker.example/v0.9', 'must be a URL'],
  ['nothing in it', '', 'must be a URL'],
])('refuses a base URL with %s and does not quote it', async (_, baseUrl, problem) => {
  const error = await caught<ConfigurationError>(() => observedClient(undefined, { baseUrl }));

  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error.option).toBe('baseUrl');
  expect(error.message).toContain(`baseUrl (or OMS_BASE_URL) ${problem}`);
  expect(error.message).not.toContain('marker');
});
