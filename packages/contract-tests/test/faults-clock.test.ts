import { afterEach, expect, test, vi } from 'vitest';
import { stalledResponses } from '../src/fault-server/broken-connections.js';
import { failureOf } from '../src/fault-server/failure-of.js';
import { always, faultyClient, inTurn } from '../src/fault-server/faulty-client.js';
import { json } from '../src/fault-server/response.js';

afterEach(() => vi.restoreAllMocks());

const day = 86_400_000;
const jumps: [string, number][] = [
  ['ten years ahead', 3_650 * day],
  ['ten years back', -3_650 * day],
  ['to 1970', -Date.now()],
];

test.each(jumps)('a clock that jumps %s costs no token', async (_, jumpMs) => {
  const { client, exchanges } = await faultyClient(always(json({ id: 'cst_1' })));
  await client.customers.get('cst_1');
  const now = Date.now();
  vi.spyOn(Date, 'now').mockReturnValue(now + jumpMs);

  await client.customers.get('cst_1');
  vi.restoreAllMocks();
  await client.customers.get('cst_1');

  expect(exchanges()).toHaveLength(1);
});

test.each(jumps)('a clock that jumps %s moves no limit', async (_, jumpMs) => {
  const { client } = await faultyClient(always(stalledResponses['headers that never come']), {
    timeoutMs: 60,
    token: async () => 'token',
  });
  const call = failureOf(client.customers.get('cst_1'));
  const now = Date.now();
  vi.spyOn(Date, 'now').mockReturnValue(now + jumpMs);

  expect(await call).toMatchObject({ name: 'TimeoutError', limitMs: 60 });
});

test.each(jumps)('a clock that is wrong, %s, does not spoil a Retry-After date', async (_, jumpMs) => {
  const date = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1000).toUTCString();
  const waits = json({}, 429, [`date: ${date(0)}`, `retry-after: ${date(0)}`]);
  const { client } = await faultyClient(inTurn(waits, json({ id: 'cst_1' })), { maxRetries: 1 });
  const now = Date.now();
  vi.spyOn(Date, 'now').mockReturnValue(now + jumpMs);

  const { attempts } = await client.customers.get('cst_1').withResponse();

  expect(attempts).toMatchObject([{ status: 429, delayMs: 0 }]);
});
