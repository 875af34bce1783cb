const firstMs = 500;
const longestMs = 8_000;
const jitter = 0.25;

/**
 * The wait before retry number `retry`, counted from 0, in milliseconds: half a second, doubled each time, at most 8
 * seconds, less up to a quarter at random, so that calls that failed together do not come back together.
 */
export function backoffMs(retry: number, random: () => number): number {
  return Math.min(longestMs, firstMs * 2 ** retry) * (1 - jitter * random());
}
