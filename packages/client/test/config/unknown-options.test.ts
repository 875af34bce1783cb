import { ConfigurationError, InvalidArgumentError, type OmsClient } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';

test.each([
  ['apikey', 'apiKey'],
  ['secret', 'apiSecret'],
  ['baseURL', 'baseUrl'],
  ['timeout', 'timeoutMs'],
  ['retries', 'maxRetries'],
  ['maxRetires', 'maxRetries'],
  ['middlewares', 'middleware'],
])('a client has no option %s and suggests %s', async (name, suggestion) => {
  const error = await caught<ConfigurationError>(() => observedClient(undefined, { [name]: 'CANARY' }));

  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error.option).toBe(name);
  expect(error.message).toBe(`${name} is not an option; did you mean ${suggestion}?`);
});

test('an option that resembles none is refused with all there are', async () => {
  const error = await caught(() => observedClient(undefined, { ['zzz']: 1 } as object));

  expect(error.message).toMatch(/^zzz is not an option; the options are .*\bapiKey, apiSecret\b/);
});

test.each(['sk_sdbx_1', ['key'], new Map()])('options that are %j are refused', async (options) => {
  const { client } = observedClient();

  expect(await caught(() => client.withOptions(options as object))).toBeInstanceOf(ConfigurationError);
  expect(await caught(client.customers.get('cst_1', options as object))).toBeInstanceOf(InvalidArgumentError);
});

test.each<[string, (client: OmsClient, options: object) => PromiseLike<unknown>]>([
  ['create', (client, options) => client.customers.create({ type: 'individual' }, options)],
  ['list', (client, options) => client.customers.list({}, options)],
  ['request', (client, options) => client.request('POST', '/things', { body: {}, ...options })],
])('%s refuses the option idempotencyKy and suggests idempotencyKey', async (_, call) => {
  const { client, requests } = observedClient();

  const error = await caught<InvalidArgumentError>(call(client, { idempotencyKy: 'CANARY' }));

  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect(error.argument).toBe('idempotencyKy');
  expect(error.message).toBe('idempotencyKy is not an option; did you mean idempotencyKey?');
  expect(requests).toEqual([]);
});

test('waiting refuses an option of calls', async () => {
  const { client } = observedClient();

  const wait = client.customers.waitForEndorsement('cst_1', 'basic', { deadlineMs: 1 } as object);

  expect(await caught(wait)).toBeInstanceOf(InvalidArgumentError);
});

test('withOptions refuses an option of clients', async () => {
  const { client } = observedClient();

  expect(await caught(() => client.withOptions({ apiKey: 'sk_sdbx_1' } as object))).toBeInstanceOf(
    ConfigurationError,
  );
});

test('an unknown option that is undefined has no effect, as it would not if it were known', async () => {
  const { client } = observedClient(undefined, { ['extra']: undefined } as object);

  expect(await client.customers.get('cst_1', { ['extra']: undefined } as object)).toEqual({});
});
