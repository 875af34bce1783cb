import type { CallError } from '@oms-sdk/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A client whose API is down or up, as the test says, and a call that counts its requests. */
function outage(random = 0) {
  vi.spyOn(Math, 'random').mockReturnValue(random);
  let failuresLeft = 0;
  const reply = () => (failuresLeft-- > 0 ? json({}, 503) : json({ id: 'cst_1' }));
  const options = { token: async () => 'token', deadlineMs: 2 ** 31 - 1 };
  const { client, requests } = observedClient(reply, options);
  const failingCall = async (maxRetries: number, failures = Number.POSITIVE_INFINITY) => {
    failuresLeft = failures;
    const before = requests.length;
    const outcome = client.customers.get('cst_1', { maxRetries }).then(
      () => undefined,
      (error: unknown) => error as CallError,
    );
    await vi.advanceTimersByTimeAsync(3_600_000);
    const error = await outcome;
    failuresLeft = 0;
    return { requests: requests.length - before, delays: error?.attempts.map(({ delayMs }) => delayMs) };
  };
  const successes = async (count: number) => {
    for (let call = 0; call < count; call += 1) await client.customers.get('cst_1');
  };
  return { failingCall, successes };
}

describe('the wait before a retry', () => {
  test('doubles up to 8 seconds', async () => {
    const { delays } = await outage().failingCall(7);
    expect(delays).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000, undefined]);
  });

  test('is shorter by at most a quarter', async () => {
    const { delays } = await outage(0.999_999).failingCall(6);
    expect(delays?.[0]).toBeGreaterThanOrEqual(375);
    expect(delays?.[5]).toBeGreaterThanOrEqual(6000);
  });
});

describe('the retry budget', () => {
  test('pays for 100 retries, then for none', async () => {
    const { failingCall } = outage();
    expect(await failingCall(100)).toMatchObject({ requests: 101 });
    expect(await failingCall(2)).toMatchObject({ requests: 1 });
  });

  test('gets a retry back when it succeeds', async () => {
    const { failingCall } = outage();
    await failingCall(99);
    expect(await failingCall(2, 1)).toEqual({ requests: 2, delays: undefined });
    expect(await failingCall(2)).toMatchObject({ requests: 2 });
  });

  test('grows by a fifth of a retry with each success at first try', async () => {
    const { failingCall, successes } = outage();
    await failingCall(100);
    await successes(4);
    expect(await failingCall(2)).toMatchObject({ requests: 1 });
    await successes(1);
    expect(await failingCall(2)).toMatchObject({ requests: 2 });
  });

  test('never has more than at the start', async () => {
    const { failingCall, successes } = outage();
    await successes(600);
    await failingCall(100);
    expect(await failingCall(2)).toMatchObject({ requests: 1 });
  });
});
