import { ConnectionError, type CustomerCreateParams, ResponseError, TimeoutError } from '@oms-sdk/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { silence, streamed } from './answer.js';
import { caught } from './caught.js';
import { observedClient } from './observed-client.js';

const customer: CustomerCreateParams = { type: 'individual' };
type Resumable = Error & { idempotencyKey?: string };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test.each([
  ['ConnectionError', ConnectionError, () => Promise.reject(new TypeError('fetch failed'))],
  ['TimeoutError', TimeoutError, () => silence],
  ['ResponseError', ResponseError, () => streamed(['{"id":"cst_'])],
])(
  'puts the key of a write on a %s, after which it is unknown whether it was done',
  async (_, ErrorClass, reply) => {
    const { client, requests } = observedClient(reply);

    const failure = caught<Resumable>(client.customers.create(customer));
    await vi.advanceTimersByTimeAsync(30_000);
    const error = await failure;

    expect(error).toBeInstanceOf(ErrorClass);
    expect(error.idempotencyKey).toMatch(/^oms-sdk-/);
    expect(error.idempotencyKey).toBe(requests[0]?.headers['idempotency-key']);
    expect(JSON.parse(JSON.stringify(error))).toHaveProperty('idempotencyKey', error.idempotencyKey);
  },
);
