import type { RequestOptions, TokenStore } from '@oms-sdk/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';
import { json, silence } from '../harness/responses.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const hour = (count: number) => json({ accessToken: `token-${count}`, expiresIn: 3600 });
const passSeconds = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

/** A client whose exchanges with these numbers never settle, as those that a runtime dropped. */
function clientWithLostExchanges(lost: readonly number[], exchange = hour) {
  const reply = (_: unknown, index: number) => (lost.includes(index + 1) ? silence : exchange(index + 1));
  const observed = observedClient(undefined, { exchange: reply });
  const call = (options?: RequestOptions) => observed.client.customers.get('cst_1', options);
  const tokens = () => observed.requests.map(({ headers }) => headers['authorization']);
  return { ...observed, call, tokens };
}

test('a call does not wait longer than half its time for an exchange of another, and begins one', async () => {
  const { call, tokens, exchanges } = clientWithLostExchanges([1]);
  const first = caught(call({ deadlineMs: 60_000 }));

  const second = call({ deadlineMs: 500 });
  await passSeconds(0.25);

  await second;
  expect(tokens()[0]).toBe('Bearer token-2');
  expect(exchanges).toHaveLength(2);
  await passSeconds(60);
  expect(await first).toMatchObject({ name: 'TimeoutError', outcome: 'not_sent' });
});

test('an exchange is shared for 5 seconds, and then one of the waiting calls begins another', async () => {
  const { call, exchanges } = clientWithLostExchanges([1]);
  const first = caught(call());
  const waiting = Array.from({ length: 20 }, () => call());

  await passSeconds(4.9);
  expect(exchanges).toHaveLength(1);
  await passSeconds(0.1);

  await Promise.all(waiting);
  expect(exchanges).toHaveLength(2);
  await passSeconds(90);
  await first;
});

test('a call after a lost exchange begins another at once', async () => {
  const { call, exchanges } = clientWithLostExchanges([1]);
  const first = caught(call({ deadlineMs: 300 }));
  await passSeconds(6);
  await first;

  await call({ deadlineMs: 300 });

  expect(exchanges).toHaveLength(2);
});

test('a slow exchange still serves those who began another', async () => {
  const { call, tokens } = observeSlow();
  const calls = [call(), call()];

  await passSeconds(7);

  await Promise.all(calls);
  expect(tokens()).toEqual(['Bearer token-1', 'Bearer token-1']);
});

function observeSlow() {
  const slow = async (_: unknown, index: number) => {
    await new Promise((resolve) => setTimeout(resolve, 7_000));
    return hour(index + 1);
  };
  const { client, requests } = observedClient(undefined, { exchange: slow });
  return {
    call: () => client.customers.get('cst_1'),
    tokens: () => requests.map(({ headers }) => headers['authorization']),
  };
}

test('a renewal in the background that is lost is followed by another', async () => {
  const { call, exchanges } = clientWithLostExchanges([2]);
  await call();
  await passSeconds(3600 - 100);

  await call();
  await passSeconds(11);
  await call();
  await passSeconds(0);
  await call();

  expect(exchanges).toHaveLength(3);
});

test('a call that aborts while it shares an exchange begins none', async () => {
  const { call, exchanges } = clientWithLostExchanges([1]);
  const first = caught(call());
  const controller = new AbortController();
  const second = caught(call({ signal: controller.signal }));

  controller.abort('enough');

  expect(await second).toBe('enough');
  await passSeconds(90);
  await first;
  expect(exchanges).toHaveLength(1);
});

test.each([
  ['of the client', false, 'client'],
  ['of the call, which wins', true, 'call'],
])(
  'the waitUntil %s receives the exchange and the write to the store',
  async (_, isGivenToCall, receiver) => {
    const received: string[] = [];
    const work: Promise<unknown>[] = [];
    const waitUntilOf = (name: string) => (promise: Promise<unknown>) => {
      received.push(name);
      work.push(promise);
    };
    let finishWrite = () => {};
    const tokenStore: TokenStore = {
      get: async () => undefined,
      set: () => new Promise<void>((resolve) => (finishWrite = resolve)),
    };
    const { client } = observedClient(undefined, { tokenStore, waitUntil: waitUntilOf('client') });

    await client.customers.get('cst_1', isGivenToCall ? { waitUntil: waitUntilOf('call') } : {});

    expect(received).toEqual([receiver, receiver]);
    const ends: string[] = [];
    const all = work.map((promise, index) =>
      promise.then(() => ends.push(index === 0 ? 'exchange' : 'write')),
    );
    await passSeconds(1);
    expect(ends).toEqual(['exchange']);
    finishWrite();
    await Promise.all(all);
  },
);

test('a write that never ends keeps the runtime at work for 5 seconds', async () => {
  const work: Promise<unknown>[] = [];
  const tokenStore: TokenStore = { get: async () => undefined, set: () => silence };
  const waitUntil = (promise: Promise<unknown>) => work.push(promise);
  const { client } = observedClient(undefined, { tokenStore, waitUntil });
  await client.customers.get('cst_1');

  await passSeconds(5);

  expect(await Promise.all(work)).toEqual([undefined, undefined]);
});

test('waitUntil receives a renewal in the background, whose failure it does not see', async () => {
  const work: Promise<unknown>[] = [];
  const exchange = (_: unknown, index: number) => (index === 0 ? hour(1) : json({}, 401));
  const { client } = observedClient(undefined, { exchange });
  await client.customers.get('cst_1');
  await passSeconds(3600 - 100);

  await client.customers.get('cst_1', { waitUntil: (promise) => void work.push(promise) });

  expect(await Promise.all(work)).toEqual([undefined]);
  expect(work).toHaveLength(1);
});

test('a waitUntil that fails does not affect the call', async () => {
  const waitUntil = () => {
    throw new Error('Illegal invocation');
  };
  const { client } = observedClient(() => json({ id: 'cst_1' }), { waitUntil });

  expect(await client.customers.get('cst_1')).toEqual({ id: 'cst_1' });
});

test('refuses a waitUntil that is not a function', async () => {
  const waitUntil = 'ctx' as never;

  expect(() => observedClient(undefined, { waitUntil })).toThrow(
    'waitUntil must be a function; got a string',
  );
  expect(await caught(() => observedClient().client.customers.get('cst_1', { waitUntil }))).toMatchObject({
    name: 'InvalidArgumentError',
    argument: 'waitUntil',
  });
});
