import { type CallError, RateLimitError, TimeoutError } from '@oms-sdk/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { failingClient, failures } from '../harness/failures.js';
import { observedClient } from '../harness/observed-client.js';
import { json, silence } from '../harness/responses.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const unavailable = failures['status 503'] ?? expect.fail();

/** When each attempt of a failing call began, in milliseconds, if the server asks for this wait. */
async function startsOf(headers: Record<string, string>, random = 0): Promise<number[]> {
  vi.spyOn(Math, 'random').mockReturnValue(random);
  const begin = performance.now();
  const starts: number[] = [];
  const { client } = observedClient(
    () => {
      starts.push(performance.now() - begin);
      return json({}, 429, headers);
    },
    { maxRetries: 2, token: async () => 'token' },
  );
  const call = caught(client.customers.get('cst_1'));
  await vi.advanceTimersByTimeAsync(300_000);
  await call;
  vi.restoreAllMocks();
  return starts.map(Math.round);
}

describe('the wait', () => {
  test('grows from half a second', async () => {
    expect(await startsOf({})).toEqual([0, 500, 1500]);
  });

  test('is shortened at random, so that calls do not come back together', async () => {
    expect(await startsOf({}, 0.8)).toEqual([0, 400, 1200]);
  });

  test('is the one the server asks for, never less', async () => {
    expect(await startsOf({ 'retry-after': '7' }, 0.99)).toEqual([0, 7000, 14_000]);
    expect(await startsOf({ 'retry-after-ms': '20' }, 0.99)).toEqual([0, 20, 40]);
  });

  test('may be a minute', async () => {
    expect(await startsOf({ 'retry-after': '60' })).toEqual([0, 60_000]);
  });

  test('is a growing one when the server asks for something that cannot be understood', async () => {
    expect(await startsOf({ 'retry-after': 'soon' })).toEqual([0, 500, 1500]);
  });
});

test('a wait of more than a minute fails at once and says how long', async () => {
  const { client, requests } = failingClient(1, () => json({}, 429, { 'retry-after': '61' }));

  const error = await caught<RateLimitError>(client.customers.get('cst_1'));

  expect(error).toBeInstanceOf(RateLimitError);
  expect(error.retryAfterMs).toBe(61_000);
  expect(requests).toHaveLength(1);
});

test('a wait that ends after the deadline fails at once', async () => {
  const failure = () => json({}, 503, { 'retry-after': '10' });
  const { client, requests } = failingClient(1, failure, { deadlineMs: 9_000 });

  await caught(client.customers.get('cst_1'));

  expect(requests).toHaveLength(1);
});

test('the deadline ends the attempt under way and says so', async () => {
  const { client, requests } = observedClient(() => silence, {
    maxRetries: 5,
    timeoutMs: 1000,
    deadlineMs: 2000,
  });

  const failure = caught<TimeoutError>(client.customers.get('cst_1'));
  await vi.advanceTimersByTimeAsync(2000);
  const error = await failure;

  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({ limit: 'deadlineMs', limitMs: 2000, outcome: 'unknown' });
  expect(requests).toHaveLength(2);
});

test('the deadline of a call is 90 seconds', async () => {
  const { client } = observedClient(() => silence, { timeoutMs: 100_000 });

  const failure = caught<TimeoutError>(client.customers.get('cst_1'));
  await vi.advanceTimersByTimeAsync(90_000);

  expect(await failure).toMatchObject({ limit: 'deadlineMs', limitMs: 90_000 });
});

test('the deadline also ends the wait for a token', async () => {
  const { client, requests } = observedClient(undefined, { exchange: () => silence, deadlineMs: 1000 });

  const failure = caught<TimeoutError>(client.customers.get('cst_1'));
  await vi.advanceTimersByTimeAsync(1000);

  expect(await failure).toMatchObject({ name: 'TimeoutError', limit: 'deadlineMs', outcome: 'not_sent' });
  expect(requests).toEqual([]);
});

test('the deadline of one call ends its wait for an exchange that goes on', async () => {
  const { client } = observedClient(undefined, { exchange: () => silence });

  const failure = caught<TimeoutError>(client.customers.get('cst_1', { deadlineMs: 1000 }));
  await vi.advanceTimersByTimeAsync(1000);

  expect(await failure).toMatchObject({ limit: 'deadlineMs', limitMs: 1000, outcome: 'not_sent' });
});

test('an abort ends the wait at once, with the reason that was passed', async () => {
  const { client, requests } = failingClient(1, unavailable);
  const controller = new AbortController();
  const reason = new Error('the user left');

  const failure = caught(client.customers.get('cst_1', { signal: controller.signal }));
  await vi.advanceTimersByTimeAsync(100);
  controller.abort(reason);

  expect(await failure).toBe(reason);
  expect(requests).toHaveLength(1);
});

test('leaves no timer and no listener behind', async () => {
  const { client } = failingClient(2, unavailable);
  const { signal } = new AbortController();
  const [add, remove] = [vi.spyOn(signal, 'addEventListener'), vi.spyOn(signal, 'removeEventListener')];

  const call = client.customers.get('cst_1', { signal }).then();
  await vi.advanceTimersByTimeAsync(5_000);
  await call;

  expect(vi.getTimerCount()).toBe(0);
  expect(remove).toHaveBeenCalledTimes(add.mock.calls.length);
});

test('a lasting outage is met with one request a call as soon as the budget is spent', async () => {
  const { client, requests } = failingClient(Number.POSITIVE_INFINITY, unavailable, {
    token: async () => 'token',
  });
  const waves: number[] = [];

  for (let wave = 0; wave < 3; wave += 1) {
    const before = requests.length;
    const calls = Array.from({ length: 100 }, () => caught<CallError>(client.customers.get('cst_1')));
    await vi.advanceTimersByTimeAsync(20_000);
    await Promise.all(calls);
    waves.push((requests.length - before) / 100);
  }

  expect(waves).toEqual([2, 1, 1]);
});

test('calls that fail together come back spread over at least 60 ms', async () => {
  const starts: number[] = [];
  const { client } = observedClient(
    () => {
      starts.push(performance.now());
      return json({}, 503);
    },
    { maxRetries: 1, token: async () => 'token' },
  );

  const calls = Array.from({ length: 40 }, () => caught(client.customers.get('cst_1')));
  await vi.advanceTimersByTimeAsync(1_000);
  await Promise.all(calls);

  const retries = starts.slice(40);
  expect(retries).toHaveLength(40);
  expect(Math.max(...retries) - Math.min(...retries)).toBeGreaterThan(60);
});
