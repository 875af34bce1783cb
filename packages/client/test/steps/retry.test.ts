import { type CallError, ServerError, TimeoutError } from '@oms-sdk/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { failingClient, failures } from '../harness/failures.js';
import { observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Lets time pass until the call is over. */
async function settled<T>(call: PromiseLike<T>): Promise<T> {
  const outcome = Promise.resolve(call);
  outcome.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(120_000);
  return outcome;
}

const passing = [
  'a connection that breaks',
  'a connection that is refused',
  'a response that never comes',
  'a body that is cut',
  'an empty success',
  'status 408',
  'status 429',
  'status 500',
  'status 502',
  'status 503',
  'status 504',
];
const lasting = [
  'status 400',
  'status 401',
  'status 403',
  'status 404',
  'status 409',
  'status 422',
  'status 501',
  'a page of HTML',
  'a redirect',
];
const failureNamed = (name: string) => failures[name] ?? expect.fail(`no failure is named ${name}`);

describe.each(passing)('after %s', (name) => {
  test.each(['get', 'create', 'delete'] as const)('%s is retried', async (method) => {
    const { client, requests } = failingClient(2, failureNamed(name));
    const calls = {
      get: () => client.customers.get('cst_1'),
      create: () => client.customers.create({ type: 'individual' }),
      delete: () => client.customers.delete('cst_1'),
    };

    expect(await settled(calls[method]())).toEqual({ id: 'cst_1' });
    expect(requests).toHaveLength(3);
  });
});

test.each(lasting)('nothing is retried after %s', async (name) => {
  const { client, requests } = failingClient(1, failureNamed(name), { token: async () => 'token' });

  await caught(settled(client.customers.create({ type: 'individual' })));

  expect(requests).toHaveLength(1);
});

describe('an update', () => {
  const update = (name: string, headers = {}) => {
    const [, status] = /^status (\d+)$/.exec(name) ?? [];
    const failure = status === undefined ? failureNamed(name) : () => json({}, Number(status), headers);
    const { client, requests } = failingClient(1, failure);
    return settled(client.customers.update('cst_1', { firstName: 'Jane' })).then(
      () => requests.length,
      () => requests.length,
    );
  };

  test.each(passing.filter((name) => name !== 'a connection that is refused'))(
    'is not retried after %s, because it may have been carried out',
    async (name) => {
      expect(await update(name)).toBe(1);
    },
  );

  test('is retried when it was never sent', async () => {
    expect(await update('a connection that is refused')).toBe(2);
  });

  test.each(['status 429', 'status 503'])('is retried after %s with a wait', async (name) => {
    expect(await update(name, { 'retry-after': '1' })).toBe(2);
  });

  test.each(['status 408', 'status 500', 'status 502', 'status 504'])(
    'is not retried after %s, whatever wait it names',
    async (name) => {
      expect(await update(name, { 'retry-after': '1', 'x-should-retry': 'true' })).toBe(1);
    },
  );
});

describe('the server decides', () => {
  test.each([
    ['true', 409, 2],
    ['true', 422, 2],
    ['false', 503, 1],
    ['maybe', 503, 2],
  ])('with x-should-retry: %s on status %i', async (value, status, count) => {
    const { client, requests } = failingClient(1, () => json({}, status, { 'x-should-retry': value }));

    await settled(client.customers.get('cst_1')).catch(() => undefined);

    expect(requests).toHaveLength(count);
  });
});

test.each([
  ['true', 409, true],
  ['false', 503, false],
])('isRetryable follows x-should-retry: %s on status %i', async (value, status, isRetryable) => {
  const { client } = observedClient(() => json({}, status, { 'x-should-retry': value }));

  expect(await caught(client.customers.get('cst_1'))).toMatchObject({ status, isRetryable });
});

test('sends the same bytes and the same key each time', async () => {
  const { client, requests } = failingClient(2, failureNamed('a body that is cut'));

  await settled(client.customers.create({ type: 'individual', firstName: 'Jane' }));

  expect(new Set(requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  expect(new Set(requests.map(({ init }) => init.body)).size).toBe(1);
});

test('asks for the token again, so that an old one does not fail the retry', async () => {
  let count = 0;
  const token = async () => `token-${++count}`;
  const { client, requests } = failingClient(1, failureNamed('status 503'), { token });

  await settled(client.customers.get('cst_1'));

  expect(requests.map(({ headers }) => headers['authorization'])).toEqual([
    'Bearer token-1',
    'Bearer token-2',
  ]);
});

test('stops after the retries and throws the last failure with its history', async () => {
  const reply = (_: unknown, index: number) => json({}, 500 + index, { 'x-request-id': `req_${index}` });
  const { client } = observedClient((request, index) => reply(request, index === 1 ? 3 : 0), {
    maxRetries: 2,
  });

  const error = await caught<CallError>(settled(client.customers.get('cst_1')));

  expect(error).toBeInstanceOf(ServerError);
  expect(error.attempts).toMatchObject([
    { status: 500, outcome: 'unknown', requestId: 'req_0' },
    { status: 503, outcome: 'unknown', requestId: 'req_3' },
    { status: 500, outcome: 'unknown', requestId: 'req_0', delayMs: undefined },
  ]);
  expect(error.attempts[0]?.delayMs).toBeGreaterThanOrEqual(375);
  expect(error.attempts[1]?.delayMs).toBeGreaterThanOrEqual(750);
});

test('lists the attempts that failed before a success', async () => {
  const { client } = failingClient(1, failureNamed('a response that never comes'), { timeoutMs: 1000 });

  const { attempts } = await settled(client.customers.get('cst_1').withResponse());

  expect(attempts).toMatchObject([{ status: undefined, error: 'TimeoutError', outcome: 'unknown' }]);
});

test.each([0, 1, 5])('retries at most maxRetries times: %i', async (maxRetries) => {
  const { client, requests } = failingClient(100, failureNamed('status 503'), { maxRetries });

  await caught(settled(client.customers.get('cst_1')));

  expect(requests).toHaveLength(maxRetries + 1);
});

test('retries twice by default', async () => {
  const { client, requests } = failingClient(5, failureNamed('status 503'), { maxRetries: undefined });

  await caught(settled(client.customers.get('cst_1')));

  expect(requests).toHaveLength(3);
});

test('lets a call have retries of its own', async () => {
  const { client, requests } = failingClient(100, failureNamed('status 503'));

  await caught(settled(client.customers.get('cst_1', { maxRetries: 0 })));

  expect(requests).toHaveLength(1);
});

test('an exchange that fails is not retried by the call that waits for it', async () => {
  const { client, exchanges } = observedClient(undefined, {
    maxRetries: 2,
    exchange: failureNamed('status 503'),
  });

  const error = await caught<CallError>(settled(client.customers.get('cst_1')));

  expect(exchanges).toHaveLength(3);
  expect(error).toMatchObject({ status: 503, outcome: 'not_sent' });
});

test('an exchange that fails after the call itself does not hide that failure', async () => {
  const exchange = (_: unknown, index: number) =>
    index === 0 ? json({ accessToken: 'short', expiresIn: 1 }) : json({}, 403);
  const { client } = observedClient(failureNamed('a response that never comes'), {
    maxRetries: 2,
    timeoutMs: 2000,
    exchange,
  });

  const error = await caught<CallError>(settled(client.customers.create({ type: 'individual' })));

  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({ outcome: 'unknown', idempotencyKey: expect.stringMatching(/^oms-sdk-/) });
});
