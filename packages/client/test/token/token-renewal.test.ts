import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ExchangedToken } from '../../src/token/exchanged-token.js';
import { observedClient } from '../harness/observed-client.js';
import { json, silence } from '../harness/responses.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A source whose tokens live an hour, its clock, and the exchanges it made. */
function observedSource(
  exchange = async (count: number) => ({ accessToken: `token-${count}`, expiresIn: 3600 }),
) {
  const clock = { ms: 0 };
  let exchanges = 0;
  const source = new ExchangedToken({ exchange: () => exchange(++exchanges), now: () => clock.ms });
  return { source, clock, exchanges: () => exchanges };
}

test.each([
  ['uses the token with more than 120 s left', 3600 - 121, ['token-1', 'token-1'], 1],
  ['uses the token and renews it behind with 119 s left', 3600 - 119, ['token-1', 'token-2'], 2],
  ['uses the token and renews it behind with 31 s left', 3600 - 31, ['token-1', 'token-2'], 2],
  ['waits for a new token with 29 s left', 3600 - 29, ['token-2', 'token-2'], 2],
  ['waits for a new token after the end', 3601, ['token-2', 'token-2'], 2],
])('%s', async (_, ageSeconds, tokens, count) => {
  const { source, clock, exchanges } = observedSource();
  await source.get();

  clock.ms = ageSeconds * 1000;

  expect([await source.get(), await source.get()]).toEqual(tokens);
  expect(exchanges()).toBe(count);
});

test('counts the life of a token from the moment it arrived', async () => {
  const { source, clock, exchanges } = observedSource(async (count) => {
    clock.ms += 100_000;
    return { accessToken: `token-${count}`, expiresIn: 3600 };
  });
  await source.get();

  clock.ms += (3600 - 121) * 1000;
  await source.get();

  expect(exchanges()).toBe(1);
});

test('renews once however many callers find the token old', async () => {
  const { source, clock, exchanges } = observedSource();
  await source.get();
  clock.ms = 3600_000;

  const tokens = await Promise.all(Array.from({ length: 50 }, () => source.get()));

  expect(new Set(tokens)).toEqual(new Set(['token-2']));
  expect(exchanges()).toBe(2);
});

test('stays with the old token while a renewal behind fails', async () => {
  const { source, clock } = observedSource(async (count) => {
    if (count > 1) throw new Error('503');
    return { accessToken: 'token-1', expiresIn: 3600 };
  });
  await source.get();

  clock.ms = (3600 - 60) * 1000;

  expect([await source.get(), await source.get()]).toEqual(['token-1', 'token-1']);
});

test('renews tokens that live a minute at most every ten seconds behind', async () => {
  const { source, clock, exchanges } = observedSource(async (count) => ({
    accessToken: `token-${count}`,
    expiresIn: 60,
  }));

  for (; clock.ms < 20_000; clock.ms += 1000) await source.get();

  expect(exchanges()).toBe(3);
});

test('does not wait for a renewal behind', async () => {
  const exchange = (_: unknown, index: number) =>
    index === 0 ? json({ accessToken: 'old', expiresIn: 100 }) : silence;
  const { client, requests, exchanges } = observedClient(undefined, { exchange });

  await client.customers.list();
  await client.customers.list();

  expect(exchanges).toHaveLength(2);
  expect(requests[1]?.headers['authorization']).toBe('Bearer old');
});

test('is not misled by a wall clock that jumps', async () => {
  const { client, exchanges } = observedClient();
  await client.customers.list();

  vi.setSystemTime(Date.now() + 86_400_000);
  await client.customers.list();
  vi.setSystemTime(0);
  await client.customers.list();

  expect(exchanges).toHaveLength(1);
});

test('renews after the life that the exchange named has passed', async () => {
  const { client, exchanges } = observedClient();
  await client.customers.list();

  await vi.advanceTimersByTimeAsync(3600_000);
  await client.customers.list();

  expect(exchanges).toHaveLength(2);
});
