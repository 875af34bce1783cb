import { ConfigurationError, type LogFields, type Logger } from '@oms-sdk/client';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

interface Entry {
  level: 'debug' | 'warn';
  message: string;
  fields: LogFields;
}

function observedLogger() {
  const entries: Entry[] = [];
  const log = (level: Entry['level']) => (message: string, fields: LogFields) =>
    entries.push({ level, message, fields });
  return { entries, logger: { debug: log('debug'), warn: log('warn') } };
}

test('logs every request that goes out, the token exchange included', async () => {
  const { logger, entries } = observedLogger();
  const { client } = observedClient(() => json({}, 200, { 'x-request-id': 'req_1' }), { logger });

  await client.customers.get('cst_1');

  expect(entries.map(({ fields }) => fields)).toEqual([
    { operation: 'POST /auth/token', attempt: 1, status: 200, durationMs: expect.any(Number) },
    {
      operation: 'GET /customers/{customerId}',
      attempt: 1,
      status: 200,
      requestId: 'req_1',
      durationMs: expect.any(Number),
    },
  ]);
  expect(entries[1]?.message).toMatch(/^OMS GET \/customers\/\{customerId\} 200 in \d+ ms$/);
});

test.each([
  ['a success', () => json({}), 'debug', { status: 200 }],
  ['an error status', () => json({}, 404), 'warn', { status: 404 }],
  ['no response', () => Promise.reject(new TypeError('fetch failed')), 'warn', { error: 'ConnectionError' }],
] as const)('logs %s with its own level', async (_case, reply, level, fields) => {
  const { logger, entries } = observedLogger();
  const { client } = observedClient(reply, { logger, token: async () => 'token' });

  await client.customers.get('cst_1').catch(() => undefined);

  expect(entries).toMatchObject([{ level, fields }]);
});

test('logs each attempt', async () => {
  vi.useFakeTimers();
  const { logger, entries } = observedLogger();
  const { client } = observedClient((_, index) => json({}, index === 0 ? 503 : 200), {
    logger,
    maxRetries: 1,
    token: async () => 'token',
  });

  const call = client.customers.get('cst_1').then();
  await vi.advanceTimersByTimeAsync(1_000);
  await call;
  vi.useRealTimers();

  expect(entries.map(({ fields: { attempt, status } }) => [attempt, status])).toEqual([
    [1, 503],
    [2, 200],
  ]);
});

test('never sees what was sent, in no failure', async () => {
  const { logger, entries } = observedLogger();
  const replies = [
    () => json({ message: 'CANARY' }, 422),
    () => Promise.reject(new Error('CANARY')),
    () => json({}),
  ];
  for (const reply of replies) {
    const { client } = observedClient(reply, { logger, apiSecret: 'CANARY', headers: { 'x-a': 'CANARY' } });
    const options = { idempotencyKey: 'CANARY' };
    await client.customers
      .create({ type: 'individual', firstName: 'CANARY' }, options)
      .catch(() => undefined);
    await client.customers.list({ email: 'CANARY' }).catch(() => undefined);
    await client.customers.get('CANARY').catch(() => undefined);
  }

  expect(entries.length).toBeGreaterThan(9);
  expect(JSON.stringify(entries)).not.toContain('CANARY');
});

test('does not see the reason of an abort', async () => {
  const { logger, entries } = observedLogger();
  const controller = new AbortController();
  const reason = Object.assign(new Error('secret'), { name: 'CANARY' });
  const { client } = observedClient(() => new Promise(() => controller.abort(reason)), {
    logger,
    token: async () => 'token',
  });

  await caught(client.customers.get('cst_1', { signal: controller.signal }));

  expect(entries).toMatchObject([{ fields: { error: 'aborted' } }]);
});

test('cannot break a call by failing', async () => {
  const fail = () => {
    throw new Error('disk full');
  };
  const { client } = observedClient(() => json({ id: 'cst_1' }), { logger: { debug: fail, warn: fail } });

  expect(await client.customers.get('cst_1')).toEqual({ id: 'cst_1' });
});

describe('OMS_LOG', () => {
  test.each([
    ['debug', 1, 1],
    ['warn', 0, 1],
    ['off', 0, 0],
    ['', 0, 0],
  ])(
    '%j logs successes %i times and failures %i times to the console',
    async (level, successes, warnings) => {
      vi.stubEnv('OMS_LOG', level);
      const [debug, warn] = [vi.spyOn(console, 'debug'), vi.spyOn(console, 'warn')];
      for (const spy of [debug, warn]) spy.mockImplementation(() => undefined);
      const { client } = observedClient((_, index) => json({}, index === 0 ? 200 : 404), {
        token: async () => 'token',
      });

      await client.customers.get('cst_1');
      await client.customers.get('cst_1').catch(() => undefined);

      expect([debug.mock.calls.length, warn.mock.calls.length]).toEqual([successes, warnings]);
    },
  );

  test('does not matter to a logger that is passed', async () => {
    vi.stubEnv('OMS_LOG', 'debug');
    const debug = vi.spyOn(console, 'debug').mockImplementation(() => undefined);
    const { logger, entries } = observedLogger();
    const { client } = observedClient(undefined, { logger, token: async () => 'token' });

    await client.customers.get('cst_1');

    expect(entries).toHaveLength(1);
    expect(debug).not.toHaveBeenCalled();
  });

  test('that is something else warns once, without quoting it, and logs nothing', async () => {
    vi.stubEnv('OMS_LOG', 'loud');
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);

    for (const _ of [1, 2]) await caught(observedClient(() => json({}, 404)).client.customers.get('cst_1'));

    expect(warn.mock.calls).toEqual([[expect.stringContaining('OMS_LOG must be debug, warn or off')]]);
  });
});

test('a logger without the methods is refused', async () => {
  const error = await caught(() => observedClient(undefined, { logger: {} as Logger }));

  expect(error).toBeInstanceOf(ConfigurationError);
});
