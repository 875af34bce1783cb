import { describe, expect, test } from 'vitest';
import { backoffMs } from '../../src/steps/backoff.js';
import { RetryBudget } from '../../src/steps/retry-budget.js';

describe('the wait before a retry', () => {
  test('doubles up to 8 seconds', () => {
    const waits = [0, 1, 2, 3, 4, 5, 60].map((retry) => backoffMs(retry, () => 0));
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
  });

  test('is shorter by at most a quarter', () => {
    expect(backoffMs(0, () => 0.999_999)).toBeGreaterThanOrEqual(375);
    expect(backoffMs(10, () => 0.999_999)).toBeGreaterThanOrEqual(6000);
  });
});

describe('the retry budget', () => {
  test('pays for 100 retries, then for none', () => {
    const budget = new RetryBudget();
    const paid = Array.from({ length: 150 }, () => budget.spend()).filter(Boolean);
    expect(paid).toHaveLength(100);
  });

  test('gives a retry back when it succeeds', () => {
    const budget = emptyBudget();
    budget.refund(1);
    expect([budget.spend(), budget.spend()]).toEqual([true, false]);
  });

  test('grows by a fifth of a retry with each success at first try', () => {
    const budget = emptyBudget();
    for (let success = 0; success < 5; success += 1) budget.refund(0);
    expect([budget.spend(), budget.spend()]).toEqual([true, false]);
  });

  test('never holds more than at the start', () => {
    const budget = new RetryBudget();
    for (let success = 0; success < 1000; success += 1) budget.refund(2);
    expect(Array.from({ length: 150 }, () => budget.spend()).filter(Boolean)).toHaveLength(100);
  });
});

function emptyBudget(): RetryBudget {
  const budget = new RetryBudget();
  while (budget.spend());
  return budget;
}
