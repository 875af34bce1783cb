import { createHash } from 'node:crypto';
import { type ClientOptions, ConfigurationError, type StoredToken, type TokenStore } from '@oms-sdk/client';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { credentials, observedClient } from '../harness/observed-client.js';
import { json, silence } from '../harness/responses.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const inSeconds = (seconds: number) => Date.now() + seconds * 1000;

/** Of the key of the test clients at the sandbox; the first half of the SHA-256 of both. */
const audience = createHash('sha256')
  .update(`https://sandbox-api.polygon.technology/v0.9\n${credentials.apiKey}`)
  .digest('hex')
  .slice(0, 32);
/** An entry of the store for the test clients. */
const stored = (accessToken: string, seconds = 3600) => ({
  accessToken,
  expiresAt: inSeconds(seconds),
  audience,
});

/** A store in memory and what was put into it. */
function observedStore(first?: unknown) {
  const sets: StoredToken[] = [];
  const store: TokenStore = {
    get: async () => (sets.at(-1) ?? first) as StoredToken,
    set: async (token) => sets.push(token),
  };
  return { store, sets };
}

/** What waits for `passed` goes on after `open()`. */
function gate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}

const bearerOf = (requests: readonly { headers: Record<string, string> }[]) =>
  requests.map(({ headers }) => headers['authorization']);

test('uses the token of another process without an exchange', async () => {
  const { store } = observedStore(stored('shared'));
  const { client, requests, exchanges } = observedClient(undefined, { tokenStore: store });

  await client.customers.get('cst_1');
  await client.customers.get('cst_1');

  expect(bearerOf(requests)).toEqual(['Bearer shared', 'Bearer shared']);
  expect(exchanges).toHaveLength(0);
});

test('hands an exchanged token to the store, with the moment it ends', async () => {
  const { store, sets } = observedStore();
  const exchange = () => json({ accessToken: 'new', expiresIn: 3600 });
  const { client } = observedClient(undefined, { tokenStore: store, exchange });

  await client.customers.get('cst_1');

  expect(sets).toEqual([stored('new')]);
});

test('two clients with one store make one exchange', async () => {
  const { store } = observedStore();
  const [first, second] = [
    observedClient(undefined, { tokenStore: store }),
    observedClient(undefined, { tokenStore: store }),
  ];

  await first.client.customers.get('cst_1');
  await second.client.customers.get('cst_1');

  expect([first.exchanges.length, second.exchanges.length]).toEqual([1, 0]);
});

test.each<[string, ClientOptions]>([
  ['key', { apiKey: 'sk_sdbx_of_another_tenant' }],
  ['base URL', { baseUrl: 'https://oms.example/v0.9' }],
])('a client with another %s does not use the token', async (_case, options) => {
  const { store } = observedStore();
  const first = observedClient(undefined, { tokenStore: store });
  const other = observedClient(undefined, { tokenStore: store, ...options });

  await first.client.customers.get('cst_1');
  await other.client.customers.get('cst_1');

  expect([first.exchanges.length, other.exchanges.length]).toEqual([1, 1]);
});

test('uses no store without WebCrypto, which is needed for the audience of a token', async () => {
  vi.stubGlobal('crypto', undefined);
  onTestFinished(() => void vi.unstubAllGlobals());
  const { store, sets } = observedStore(stored('shared'));
  const { client, exchanges } = observedClient(undefined, { tokenStore: store });

  expect(await client.customers.get('cst_1')).toEqual({});
  expect([exchanges.length, sets.length]).toEqual([1, 0]);
});

test('does not take back from the store a token that was refused', async () => {
  const { store } = observedStore(stored('revoked'));
  const reply = ({ headers }: { headers: Record<string, string> }) =>
    json({}, headers['authorization'] === 'Bearer revoked' ? 401 : 200);
  const { client, requests } = observedClient(reply, {
    tokenStore: store,
    exchange: () => json({ accessToken: 'new', expiresIn: 3600 }),
  });

  expect(await client.customers.get('cst_1')).toEqual({});
  expect(bearerOf(requests)).toEqual(['Bearer revoked', 'Bearer new']);
});

test('does not take it back either when an older token is refused late', async () => {
  const entries = ['older', 'revoked', 'revoked'];
  const late = gate();
  const slowRead = gate();
  const tokenStore: TokenStore = {
    get: async () => {
      const accessToken = entries.shift() ?? 'revoked';
      if (entries.length === 0) await slowRead.passed;
      return stored(accessToken);
    },
    set: async () => undefined,
  };
  const reply = async ({ path, headers }: { path: string; headers: Record<string, string> }) => {
    const token = headers['authorization']?.replace('Bearer ', '');
    if (path.endsWith('slow') && token === 'older') await late.passed;
    const isRefused = token === 'older' || (token === 'revoked' && path.endsWith('last'));
    return json({}, isRefused ? 401 : 200);
  };
  const exchange = () => json({ accessToken: 'new', expiresIn: 3600 });
  const { client, requests } = observedClient(reply, { tokenStore, exchange });

  const slow = client.customers.get('slow').then();
  await client.customers.get('first');
  const last = client.customers.get('last').then();
  await vi.advanceTimersByTimeAsync(1);
  late.open();
  await vi.advanceTimersByTimeAsync(1);
  slowRead.open();
  await Promise.all([slow, last]);

  expect(bearerOf(requests).slice(-2)).toEqual(['Bearer new', 'Bearer new']);
});

describe('makes an exchange when the store', () => {
  test.each<[string, () => unknown]>([
    ['is empty', () => undefined],
    ['has null', () => null],
    ['has an old token', () => stored('old', -1)],
    ['has a token that is about to end', () => stored('old', 60)],
    ['has no token in its entry', () => ({ ...stored('old'), accessToken: undefined })],
    ['has a token that cannot be sent', () => stored('a\r\nb')],
    ['has seconds for milliseconds', () => ({ ...stored('old'), expiresAt: inSeconds(3600) / 1000 })],
    ['has an end that is no number', () => ({ ...stored('old'), expiresAt: 'soon' })],
    ['has an end that cannot be a number', () => ({ ...stored('old'), expiresAt: Symbol('soon') })],
    ['has an end written as text', () => ({ ...stored('old'), expiresAt: String(inSeconds(3600)) })],
    ['has an end that is an object', () => ({ ...stored('old'), expiresAt: new Date(inSeconds(3600)) })],
    ['has a token without an audience', () => ({ ...stored('old'), audience: undefined })],
    ['has a token of another audience', () => ({ ...stored('old'), audience: audience.replace(/.$/, '!') })],
    [
      'has an entry that throws',
      () => Object.defineProperty({}, 'accessToken', { get: () => expect.unreachable() }),
    ],
    ['has text', () => 'token'],
    ['fails', () => Promise.reject(new Error('down'))],
  ])('%s', async (_case, entry) => {
    const tokenStore = { get: async () => entry() as StoredToken, set: async () => undefined };
    const { client, exchanges } = observedClient(undefined, { tokenStore });

    await client.customers.get('cst_1');

    expect(exchanges).toHaveLength(1);
  });

  test('does not respond within 5 seconds', async () => {
    const { client, exchanges } = observedClient(undefined, {
      tokenStore: { get: () => silence, set: async () => undefined },
    });

    const call = client.customers.get('cst_1').then();
    await vi.advanceTimersByTimeAsync(5_000);
    await call;

    expect(exchanges).toHaveLength(1);
    // The hash of the audience is made outside of the timers.
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0));
  });
});

test.each<[string, TokenStore['set']]>([
  ['rejects', () => Promise.reject(new Error('read-only'))],
  ['never ends', () => silence],
  [
    'throws',
    () => {
      throw new Error('read-only');
    },
  ],
])('a store whose set %s does not fail the call', async (_case, set) => {
  const { client } = observedClient(undefined, { tokenStore: { get: async () => undefined, set } });

  expect(await client.customers.get('cst_1')).toEqual({});
});

test.each([
  [{ tokenStore: {} as TokenStore }],
  [{ tokenStore: null as unknown as TokenStore }],
  [{ tokenStore: observedStore().store, token: async () => 'token' }],
])('refuses %o', async (options) => {
  const error = await caught<ConfigurationError>(() => observedClient(undefined, options));

  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error.option).toBe('tokenStore');
});
