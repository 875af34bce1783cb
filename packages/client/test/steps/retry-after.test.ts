import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { retryAfterMs } from '../../src/steps/retry-after.js';

const wait = (headers: Record<string, string>) => retryAfterMs(new Headers(headers));

describe('a wait is read', () => {
  test.each([
    ['seconds', { 'retry-after': '120' }, 120_000],
    ['seconds with a fraction', { 'retry-after': '1.5' }, 1500],
    ['no seconds', { 'retry-after': '0' }, 0],
    ['milliseconds', { 'retry-after-ms': '250' }, 250],
    ['milliseconds, before seconds', { 'retry-after-ms': '250', 'retry-after': '120' }, 250],
    ['seconds, beside unreadable milliseconds', { 'retry-after-ms': 'soon', 'retry-after': '2' }, 2000],
  ])('from %s', (_case, headers, expected) => {
    expect(wait(headers)).toBe(expected);
  });

  test('from a date, counted from the date of the answer and not from the clock of this machine', () => {
    vi.useFakeTimers({ now: new Date('1999-01-01T00:00:00Z') });
    const date = 'Sat, 21 Nov 2026 10:00:00 GMT';
    expect(wait({ 'retry-after': 'Sat, 21 Nov 2026 10:00:30 GMT', date })).toBe(30_000);
    vi.useRealTimers();
  });

  test('from a date by the clock of this machine when the answer has no date', () => {
    vi.useFakeTimers({ now: new Date('2026-11-21T10:00:00Z') });
    expect(wait({ 'retry-after': 'Sat, 21 Nov 2026 10:00:30 GMT' })).toBe(30_000);
    vi.useRealTimers();
  });

  test('as none from a date that has passed', () => {
    expect(wait({ 'retry-after': 'Sat, 21 Nov 2020 10:00:30 GMT' })).toBe(0);
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
  ])('from Retry-After: %j', (text) => {
    expect(
      retryAfterMs({ get: (name: string) => (name === 'retry-after' ? text : null) } as Headers),
    ).toBeUndefined();
  });

  test('that is negative or not a number, whatever the headers say', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (seconds, milliseconds, date) => {
        const headers = { 'retry-after': seconds, 'retry-after-ms': milliseconds, date };
        const delay = retryAfterMs({
          get: (name: keyof typeof headers) => headers[name],
        } as unknown as Headers);
        expect(delay === undefined || (Number.isFinite(delay) && delay >= 0)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
