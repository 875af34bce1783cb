import {
  ConnectionError,
  type CustomerCreateParams,
  type Middleware,
  ResponseError,
  TimeoutError,
} from '@oms-sdk/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';
import { json, silence, streamed } from '../harness/responses.js';

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

test.each<[string, () => Promise<string>]>([
  ['returns no token', async () => ''],
  ['throws', () => Promise.reject(new Error('the vault is sealed'))],
])('is not hidden by a token function that %s before the next attempt', async (_, later) => {
  const first = async () => 'token';
  const asked = [first];
  const token = () => (asked.pop() ?? later)();
  const { client } = observedClient(() => Promise.reject(new TypeError('fetch failed')), {
    token,
    maxRetries: 2,
  });

  const failure = caught<Resumable>(client.customers.create(customer));
  await vi.advanceTimersByTimeAsync(30_000);

  expect(await failure).toMatchObject({
    name: 'ConnectionError',
    outcome: 'unknown',
    idempotencyKey: expect.stringMatching(/^oms-sdk-/),
    attempts: [{ error: 'ConnectionError', outcome: 'unknown' }],
  });
});

test('is that of a 408, which a proxy may send while the API is still at work', async () => {
  const { client } = observedClient(() => json({}, 408));

  expect(await caught(client.customers.create(customer))).toMatchObject({ status: 408, outcome: 'unknown' });
});

test('is the outcome of a write whose middleware returns no response', async () => {
  const forgetful: Middleware = async (request, next) => {
    await next(request);
    return undefined as unknown as Response;
  };
  const { client } = observedClient(undefined, { middleware: [forgetful] });

  expect(await caught(client.customers.create(customer))).toMatchObject({
    name: 'ConfigurationError',
    outcome: 'unknown',
  });
});

test('is not the outcome of a call whose token exchange got no response from fetch', async () => {
  const { client } = observedClient(undefined, { exchange: () => undefined as unknown as Response });

  expect(await caught(client.customers.create(customer))).toMatchObject({
    name: 'ConfigurationError',
    outcome: 'not_sent',
  });
});

test('does not hide an abort', async () => {
  const controller = new AbortController();
  const { client } = observedClient(() => silence, { maxRetries: 2 });

  const failure = caught(client.customers.create(customer, { timeoutMs: 1000, signal: controller.signal }));
  await vi.advanceTimersByTimeAsync(1_200);
  controller.abort('the user left');

  expect(await failure).toBe('the user left');
});
