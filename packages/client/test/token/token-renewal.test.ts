import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { observedClient } from '../harness/observed-client.js';
import { json, silence } from '../harness/responses.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A client whose tokens live an hour, the tokens of its requests, the exchanges it made, and the work behind its calls. */
function renewingClient(exchange: (count: number) => Response | Promise<Response> = hourOf) {
  const reply = (_: unknown, index: number) => exchange(index + 1);
  const behind: Promise<unknown>[] = [];
  const waitUntil = (work: Promise<unknown>) => void behind.push(work);
  const options = { exchange: reply, timeoutMs: 200_000, deadlineMs: 300_000, waitUntil };
  const { client, requests, exchanges } = observedClient(undefined, options);
  const tokenOfCall = async () => {
    await client.customers.list();
    return requests.at(-1)?.headers['authorization']?.replace('Bearer ', '');
  };
  return { client, requests, exchanges, tokenOfCall, behind };
}

const hourOf = (count: number) => json({ accessToken: `token-${count}`, expiresIn: 3600 });
const passSeconds = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

test.each([
  ['uses the token with more than 120 s left', 3600 - 121, ['token-1', 'token-1'], 1],
  ['uses the token and renews it behind with 119 s left', 3600 - 119, ['token-1', 'token-2'], 2],
  ['uses the token and renews it behind with 31 s left', 3600 - 31, ['token-1', 'token-2'], 2],
  ['waits for a new token with 29 s left', 3600 - 29, ['token-2', 'token-2'], 2],
  ['waits for a new token after the end', 3601, ['token-2', 'token-2'], 2],
])('%s', async (_, ageSeconds, tokens, count) => {
  const { tokenOfCall, exchanges, behind } = renewingClient();
  await tokenOfCall();

  await passSeconds(ageSeconds);
  const first = await tokenOfCall();
  await Promise.all(behind);

  expect([first, await tokenOfCall()]).toEqual(tokens);
  expect(exchanges).toHaveLength(count);
});

test('counts the life of a token from the moment it arrived', async () => {
  const { tokenOfCall, exchanges } = renewingClient((count) => {
    vi.advanceTimersByTime(100_000);
    return hourOf(count);
  });
  await tokenOfCall();

  await passSeconds(3600 - 121);
  await tokenOfCall();

  expect(exchanges).toHaveLength(1);
});

test('renews once however many callers find the token old', async () => {
  const { client, requests, tokenOfCall, exchanges } = renewingClient();
  await tokenOfCall();
  await passSeconds(3600);

  await Promise.all(Array.from({ length: 50 }, () => client.customers.list()));

  const tokens = requests.slice(1).map(({ headers }) => headers['authorization']);
  expect(new Set(tokens)).toEqual(new Set(['Bearer token-2']));
  expect(exchanges).toHaveLength(2);
});

test('keeps the old token while a renewal behind fails', async () => {
  const { tokenOfCall } = renewingClient((count) => (count > 1 ? json({}, 503) : hourOf(count)));
  await tokenOfCall();

  await passSeconds(3600 - 60);

  expect([await tokenOfCall(), await tokenOfCall()]).toEqual(['token-1', 'token-1']);
});

test('renews tokens that live a minute at most every ten seconds behind', async () => {
  const { tokenOfCall, exchanges } = renewingClient((count) =>
    json({ accessToken: `token-${count}`, expiresIn: 60 }),
  );

  for (let second = 0; second < 20; second += 1) {
    await tokenOfCall();
    await passSeconds(1);
  }

  expect(exchanges).toHaveLength(3);
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
