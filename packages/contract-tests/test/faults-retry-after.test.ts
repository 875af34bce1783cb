import { type ApiError, RateLimitError } from '@oms-sdk/client';
import { beforeEach, expect, test } from 'vitest';
import { failureOf } from '../src/fault-server/failure-of.js';
import { always, faultyClient, inTurn } from '../src/fault-server/faulty-client.js';
import { json } from '../src/fault-server/response.js';
import { speedUpTimers } from '../src/fault-server/speed-up-timers.js';

beforeEach(speedUpTimers);

const token = async () => 'token';
const past = 'Sun, 06 Nov 1994 08:49:37 GMT';

test.each([
  ['retry-after-ms: 3', 3],
  ['retry-after: 0', 0],
  ['retry-after: 0.004', 4],
  ['RETRY-AFTER:   0', 0],
  [`retry-after: ${past}`, 0],
  [`date: ${past}\r\nretry-after: Sun, 06 Nov 1994 08:49:38 GMT`, 1000],
  ['retry-after: 6', 6_000],
])('%j is waited for', async (header, delayMs) => {
  const script = inTurn(json({}, 429, [header]), json({ id: 'cst_1' }));
  const { client } = await faultyClient(script, { maxRetries: 1, token });

  const { attempts } = await client.customers.create({ type: 'individual' }).withResponse();

  expect(attempts).toMatchObject([{ status: 429, outcome: 'rejected', delayMs }]);
});

test.each([
  '',
  '-1',
  '-99999999999999',
  '1e9',
  '0x10',
  'Infinity',
  'NaN',
  '１',
  'soon',
  '1, 1',
  '1\r\nretry-after: 2',
  'Thu, 99 Foo 2024 99:99:99 GMT',
  '2024-01-15T11:00:00Z',
  '9'.repeat(5_000),
  'x'.repeat(5_000),
])('Retry-After %j counts as none', async (value) => {
  const script = inTurn(json({}, 503, [`retry-after: ${value}`]), json({ id: 'cst_1' }));
  const { client } = await faultyClient(script, { maxRetries: 1, token });

  const { attempts } = await client.customers.get('cst_1').withResponse();

  expect(attempts[0]?.delayMs).toBeGreaterThanOrEqual(375);
  expect(attempts[0]?.delayMs).toBeLessThanOrEqual(500);
});

test.each([
  ['61', 61_000],
  ['3600', 3_600_000],
  ['999999999999', 999_999_999_999_000],
])('Retry-After %s is not waited for, and stands on the error', async (value, retryAfterMs) => {
  const { client, requests } = await faultyClient(always(json({}, 429, [`retry-after: ${value}`])), {
    maxRetries: 5,
    token,
  });

  const error = await failureOf<ApiError>(client.customers.create({ type: 'individual' }));

  expect(error).toBeInstanceOf(RateLimitError);
  expect(error).toMatchObject({ retryAfterMs, outcome: 'rejected', attempts: [{ delayMs: undefined }] });
  expect(requests()).toHaveLength(1);
});

test('a wait that ends after the deadline is not begun', async () => {
  const { client, requests } = await faultyClient(always(json({}, 503, ['retry-after: 5'])), {
    maxRetries: 5,
    deadlineMs: 4_000,
    token,
  });

  expect(await failureOf(client.customers.get('cst_1'))).toMatchObject({ status: 503, retryAfterMs: 5_000 });
  expect(requests()).toHaveLength(1);
});
