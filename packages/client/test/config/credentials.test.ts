import { ConfigurationError, OmsClient } from '@oms-sdk/client';
import { afterEach, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';
import { credentials, observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

afterEach(() => vi.unstubAllEnvs());

test('takes the key and the secret from the environment', async () => {
  vi.stubEnv('OMS_API_KEY', 'sk_sdbx_of_environment');
  vi.stubEnv('OMS_API_SECRET', 'secret-of-environment');
  const bodies: unknown[] = [];
  const fetch = async (_url: string, { body }: RequestInit) => {
    bodies.push(body);
    return json(example('token'));
  };

  await new OmsClient({ fetch }).customers.list();

  expect(bodies[0]).toBe('{"apiKey":"sk_sdbx_of_environment","apiSecret":"secret-of-environment"}');
});

test('prefers an option to the environment', async () => {
  vi.stubEnv('OMS_API_KEY', 'sk_sdbx_of_environment');
  vi.stubEnv('OMS_API_SECRET', 'secret-of-environment');
  const { client, exchanges } = observedClient();

  await client.customers.list();

  expect(exchanges[0]?.body).toEqual(credentials);
});

test.each([
  ['apiKey', 'OMS_API_KEY'],
  ['apiSecret', 'OMS_API_SECRET'],
])('names the option %s and the variable %s when neither is set', async (option, variable) => {
  vi.stubEnv(variable, undefined);
  const client = new OmsClient({ ...credentials, [option]: undefined });

  const error = await caught<ConfigurationError>(client.customers.list());

  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error.option).toBe(option);
  expect(error.message).toBe(
    `${option} is missing: pass it to new OmsClient({ ${option} }) or set ${variable}.`,
  );
});

test.each(['apiKey', 'apiSecret'])('counts an empty %s as missing', async (option) => {
  const client = new OmsClient({ ...credentials, [option]: '' });

  expect((await caught(client.customers.list())).message).toContain(`${option} is missing`);
});

test('a client without credentials can be made, and sends nothing', async () => {
  vi.stubEnv('OMS_API_KEY', undefined);
  vi.stubEnv('OMS_API_SECRET', undefined);
  const { client, requests, exchanges } = observedClient(undefined, {
    apiKey: undefined,
    apiSecret: undefined,
    maxRetries: 2,
  });

  const errors = [await caught(client.customers.list()), await caught(client.customers.list())];

  expect(errors).toMatchObject(Array(2).fill({ name: 'ConfigurationError', outcome: 'not_sent' }));
  expect(errors[0]).not.toBe(errors[1]);
  expect([...requests, ...exchanges]).toEqual([]);
});

test('checks what is set, though something else is missing', () => {
  vi.stubEnv('OMS_API_SECRET', undefined);
  const apiKey = 'sk_live_example';

  expect(() => new OmsClient({ apiKey, environment: 'sandbox' })).toThrow(
    'The API key belongs to production',
  );
});

test.each([
  ['a line break at its end', 'sk_sdbx_marker\n'],
  ['a space', 'sk_sdbx marker'],
  ['a character outside ASCII', 'sk_sdbx_markér'],
  ['quotes around it', '"sk_sdbx_marker"'],
  ['single quotes around it', "'sk_live_marker'"],
  ['a quote at its end', 'sk_sdbx_marker"'],
  ['the word Bearer before it', 'Bearer sk_live_marker'],
  ['another type', 12345 as unknown as string],
])('refuses a key with %s and does not quote it', async (_, apiKey) => {
  const error = await caught(() => new OmsClient({ ...credentials, apiKey }));

  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error.message).toContain('apiKey (or OMS_API_KEY) must be a string of visible ASCII characters');
  expect(error.message).not.toMatch(/mark|12345/);
});

test('refuses a secret with quotes around it and does not quote it', async () => {
  vi.stubEnv('OMS_API_SECRET', '"marker"');

  const error = await caught<ConfigurationError>(() => new OmsClient({ apiKey: credentials.apiKey }));

  expect(error.option).toBe('apiSecret');
  expect(error.message).not.toContain('marker');
});

test('needs no key when a token function is passed', () => {
  vi.stubEnv('OMS_API_KEY', undefined);
  vi.stubEnv('OMS_API_SECRET', undefined);

  expect(() => new OmsClient({ token: async () => 'token' })).not.toThrow();
});

test('refuses a token that is not a function', () => {
  const token = 'the-token-itself' as unknown as () => Promise<string>;

  expect(() => new OmsClient({ token })).toThrow('token must be an async function that returns the token.');
});
