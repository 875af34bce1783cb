import type { RateLimitError } from '@oms-sdk/client';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';

/** The wait that the error of a call has, when the API responds with 429 and these headers. */
async function retryAfterMs(headers: Pick<Headers, 'get'>): Promise<number | undefined> {
  const response = { status: 429, headers, body: null } as unknown as Response;
  const { client } = observedClient(() => response, { token: async () => 'token' });
  return (await caught<RateLimitError>(client.customers.get('cst_1'))).retryAfterMs;
}

const wait = (headers: Record<string, string>) => retryAfterMs(new Headers(headers));

describe('a wait is read', () => {
  test.each([
    ['seconds', { 'retry-after': '120' }, 120_000],
    ['seconds with a fraction', { 'retry-after': '1.5' }, 1500],
    ['no seconds', { 'retry-after': '0' }, 0],
    ['milliseconds', { 'retry-after-ms': '250' }, 250],
    ['milliseconds, before seconds', { 'retry-after-ms': '250', 'retry-after': '120' }, 250],
    ['seconds, beside unreadable milliseconds', { 'retry-after-ms': 'soon', 'retry-after': '2' }, 2000],
  ])('from %s', async (_case, headers, expected) => {
    expect(await wait(headers)).toBe(expected);
  });

  test('from a date, counted from the date of the response and not from the clock of this machine', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('1999-01-01T00:00:00Z') });
    const date = 'Sat, 21 Nov 2026 10:00:00 GMT';
    expect(await wait({ 'retry-after': 'Sat, 21 Nov 2026 10:00:30 GMT', date })).toBe(30_000);
    vi.useRealTimers();
  });

  test('from a date by the clock of this machine when the response has no date', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-21T10:00:00Z') });
    expect(await wait({ 'retry-after': 'Sat, 21 Nov 2026 10:00:30 GMT' })).toBe(30_000);
    vi.useRealTimers();
  });

  test('as none from a date that has passed', async () => {
    expect(await wait({ 'retry-after': 'Sat, 21 Nov 2020 10:00:30 GMT' })).toBe(0);
  });
});

describe('nothing is read', () => {
  test.each([
    '',
    ' ',
    '-1',
    '1e9',
    '0x10',
    'Infinity',
    'NaN',
    'soon',
    '1,2',
    '2026-11-21',
    '1 2',
    '١٢',
    '9'.repeat(40),
  ])('from Retry-After: %j', async (text) => {
    const get = (name: string) => (name === 'retry-after' ? text : null);
    expect(await retryAfterMs({ get })).toBeUndefined();
  });

  test('that is negative or not a number, whatever the headers say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), fc.string(), async (seconds, milliseconds, date) => {
        const headers = new Map([
          ['retry-after', seconds],
          ['retry-after-ms', milliseconds],
          ['date', date],
        ]);
        const delay = await retryAfterMs({ get: (name) => headers.get(name) ?? null });
        expect(delay === undefined || (Number.isFinite(delay) && delay >= 0)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
