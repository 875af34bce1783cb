import { InvalidArgumentError, NotFoundError, ServerError, TimeoutError } from '@oms-sdk/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';
import { json, silence, streamed } from '../harness/responses.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** What a call has come to after so many milliseconds: its error, or `pending`. */
async function after(ms: number, call: PromiseLike<unknown>): Promise<unknown> {
  const outcome = caught(call);
  await vi.advanceTimersByTimeAsync(ms);
  return Promise.race([outcome, Promise.resolve().then(() => 'pending')]);
}

test('limits an attempt to 30 seconds', async () => {
  const { client } = observedClient(() => silence);

  expect(await after(29_999, client.customers.get('cst_1'))).toBe('pending');
  expect(await after(30_000, client.customers.get('cst_1'))).toBeInstanceOf(TimeoutError);
});

test('names the operation and the limit', async () => {
  const { client } = observedClient(() => silence, { timeoutMs: 500 });

  const error = (await after(500, client.customers.get('cst_1'))) as TimeoutError;

  expect(error.message).toBe(
    'GET /customers/{customerId} got no complete response within 500 ms (timeoutMs).',
  );
  expect(error).toMatchObject({ limit: 'timeoutMs', limitMs: 500 });
});

test('counts the reading of the body', async () => {
  const { client } = observedClient(() => streamed(['{"id":', silence]), { timeoutMs: 500 });

  expect(await after(500, client.customers.get('cst_1'))).toBeInstanceOf(TimeoutError);
});

test.each([
  [404, NotFoundError, 'rejected'],
  [500, ServerError, 'unknown'],
])('takes a %d whose body stalls for one without a body', async (status, errorClass, outcome) => {
  const { client, requests } = observedClient(() => streamed(['{"code":', silence], status), {
    timeoutMs: 500,
  });

  expect(await after(499, client.customers.get('cst_1'))).toBe('pending');
  const error = await after(500, client.customers.get('cst_1'));

  expect(error).toBeInstanceOf(errorClass);
  expect(error).toMatchObject({ status, outcome, body: undefined });
  expect(requests[1]?.init.signal?.aborted).toBe(true);
});

test('does not retry a 404 whose body stalls', async () => {
  const reply = () => streamed([silence], 404);
  const { client, requests } = observedClient(reply, { timeoutMs: 500, maxRetries: 2 });

  expect(await after(500, client.customers.get('cst_1'))).toBeInstanceOf(NotFoundError);
  expect(requests).toHaveLength(1);
});

test('lets a call have a limit of its own', async () => {
  const { client } = observedClient(() => silence);

  expect(await after(10, client.customers.get('cst_1', { timeoutMs: 10 }))).toBeInstanceOf(TimeoutError);
});

test('limits the token exchange by itself', async () => {
  const { client, requests } = observedClient(undefined, { exchange: () => silence, timeoutMs: 500 });

  const error = (await after(500, client.customers.get('cst_1'))) as TimeoutError;

  expect(error).toBeInstanceOf(TimeoutError);
  expect(error.message).toContain('POST /auth/token');
  expect(requests).toEqual([]);
});

test('has the whole limit for each attempt', async () => {
  const slowly = async (_: unknown, index: number) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    return json({}, index === 0 ? 401 : 200);
  };
  const exchange = (_: unknown, index: number) => json({ accessToken: `token-${index}`, expiresIn: 3600 });
  const { client } = observedClient(slowly, { exchange, timeoutMs: 500 });

  const call = client.customers.get('cst_1').then();
  await vi.advanceTimersByTimeAsync(800);

  expect(await call).toEqual({});
});

test('aborts the fetch with the same error', async () => {
  const { client, requests } = observedClient(() => silence, { timeoutMs: 500 });

  const error = await after(500, client.customers.get('cst_1'));

  expect(requests[0]?.init.signal?.reason).toBe(error);
});

test('leaves no timer behind after a response', async () => {
  const { client } = observedClient();

  await client.customers.get('cst_1');

  expect(vi.getTimerCount()).toBe(0);
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, '10' as unknown as number])(
  'refuses a limit of %s for a call, which a timer would take for 1 ms',
  async (timeoutMs) => {
    const { client, requests } = observedClient();

    const error = await caught<InvalidArgumentError>(client.customers.get('cst_1', { timeoutMs }));

    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(error.argument).toBe('timeoutMs');
    expect(requests).toEqual([]);
  },
);
