import { type ApiError, RateLimitError } from '@oms-sdk/client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failureOf } from '../src/fault-server/failure-of.js';
import { faultyClient } from '../src/fault-server/faulty-client.js';
import { json } from '../src/fault-server/response.js';

const digits = fc.stringMatching(/^-?\d{1,20}(\.\d{0,5})?$/);
const date = fc.date({ noInvalidDate: true }).map((value) => value.toUTCString());
const text = fc.string({ unit: 'grapheme-ascii', maxLength: 40 });
const wait = fc.oneof(
  digits,
  date,
  text,
  fc.constantFrom('', 'Infinity', 'NaN', '1e400', '0x1', '-0', '1,1'),
);
const header = fc.constantFrom('retry-after', 'Retry-After', 'retry-after-ms');

test('whatever a 429 asks for, it is a RateLimitError with a sane wait or none', async () => {
  let lines: string[] = [];
  const { client } = await faultyClient(() => json({}, 429, lines), { token: async () => 'token' });

  const waits = new Set<number | undefined>();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(header, wait), { minLength: 1, maxLength: 3 }), async (headers) => {
      lines = headers.map(([name, value]) => `${name}: ${value}`);

      const error = await failureOf<ApiError>(client.customers.create({ type: 'individual' }));

      expect(error).toBeInstanceOf(RateLimitError);
      expect(error.attempts).toHaveLength(1);
      const { retryAfterMs = 0 } = error;
      waits.add(error.retryAfterMs);
      expect(Number.isFinite(retryAfterMs) && retryAfterMs >= 0).toBe(true);
    }),
    { seed: 1, numRuns: 500 },
  );
  expect(waits.size).toBeGreaterThan(20);
});
