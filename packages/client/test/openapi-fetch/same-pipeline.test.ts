import {
  AuthenticationError,
  ConnectionError,
  type ContractDrift,
  type Logger,
  type Middleware,
  ResponseError,
  TimeoutError,
} from '@oms-sdk/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';
import { json, silence, streamed } from '../harness/responses.js';
import { observedApi, params } from './observed-api.js';

const body = { type: 'individual' } as const;

test('sends the token, the key and the headers of the client', async () => {
  const { api, requests, exchanges } = observedApi(undefined, { headers: { 'x-team': 'a' } });

  await Promise.all([api.POST('/customers', { body }), api.POST('/customers', { body })]);

  expect(exchanges).toHaveLength(1);
  expect(requests[0]?.headers).toMatchObject({
    authorization: `Bearer ${example<{ accessToken: string }>('token').accessToken}`,
    'idempotency-key': expect.stringMatching(/^oms-sdk-/),
    'content-type': 'application/json',
    'user-agent': expect.stringMatching(/^oms-sdk-client/),
    'x-team': 'a',
  });
  expect(requests[0]?.headers['idempotency-key']).not.toBe(requests[1]?.headers['idempotency-key']);
});

test('renews a token that is refused', async () => {
  const { api, requests, exchanges } = observedApi((_, index) => json({}, index === 0 ? 401 : 200), {
    exchange: (_, index) => json({ accessToken: `token-${index}`, expiresIn: 3600 }),
  });

  const { response } = await api.GET('/customers');

  expect(response.status).toBe(200);
  expect(requests.map(({ headers }) => headers['authorization'])).toEqual([
    'Bearer token-0',
    'Bearer token-1',
  ]);
  expect(exchanges).toHaveLength(2);
});

test('rejects when no token is to be had', async () => {
  const { api, requests } = observedApi(undefined, { exchange: () => json({}, 401) });

  expect(await caught(api.GET('/customers'))).toBeInstanceOf(AuthenticationError);
  expect(requests).toEqual([]);
});

describe('with time', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('retries an error status under one key and resolves to the last response', async () => {
    const { api, requests } = observedApi((_, index) =>
      json(example('error-not-found'), index < 2 ? 503 : 500, { 'x-attempt': String(index) }),
    );

    const call = api.POST('/customers', { body, maxRetries: 2 });
    await vi.advanceTimersByTimeAsync(10_000);
    const { error, response } = await call;

    expect(response.status).toBe(500);
    expect(response.headers.get('x-attempt')).toBe('2');
    expect(error).toEqual(example('error-not-found'));
    expect(new Set(requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  test('resolves to the success after a retry', async () => {
    const { api } = observedApi((_, index) => (index === 0 ? json({}, 503) : json({ data: [] })), {
      maxRetries: 2,
    });

    const call = api.GET('/customers');
    await vi.advanceTimersByTimeAsync(10_000);

    expect(await call).toMatchObject({ data: { data: [] }, response: { status: 200 } });
  });

  test.each([{ timeoutMs: 50 }, { deadlineMs: 50 }])('rejects when %j is over', async (limit) => {
    const { api } = observedApi(() => silence);

    const error = caught(api.GET('/customers', limit));
    await vi.advanceTimersByTimeAsync(60);

    expect(await error).toBeInstanceOf(TimeoutError);
  });
});

test('rejects with a ConnectionError when there is no connection', async () => {
  const { api } = observedApi(() => Promise.reject(new TypeError('fetch failed')));

  const error = await caught<ConnectionError>(api.POST('/customers', { body, idempotencyKey: 'key-1' }));

  expect(error).toBeInstanceOf(ConnectionError);
  expect(error.idempotencyKey).toBe('key-1');
});

test.each([undefined, [{ onRequest: () => undefined }]])(
  'rejects with the reason of the signal, middleware %j',
  async (middleware) => {
    const { api } = observedApi(() => silence);
    const controller = new AbortController();
    const reason = new Error('enough');

    const call = caught(
      api.GET('/customers', { signal: controller.signal, ...(middleware && { middleware }) }),
    );
    controller.abort(reason);

    expect(await call).toBe(reason);
  },
);

test.each<[string, () => Response]>([
  ['HTML', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
  ['truncated JSON', () => streamed(['{"id":'])],
  ['no body', () => new Response(null)],
  ['a redirect', () => new Response(null, { status: 307, headers: { location: 'https://e.example' } })],
  ['more than maxResponseBytes', () => json({ id: 'x'.repeat(200) })],
])('rejects for a response that is %s', async (_, reply) => {
  const { api } = observedApi(reply, { maxResponseBytes: 100 });

  expect(await caught(api.GET('/customers/{customerId}', { params }))).toBeInstanceOf(ResponseError);
});

describe('what must not come back', () => {
  const secret = { birthDate: '1990-01-01', nested: { ipAddress: '192.0.2.1' } };

  test('is taken out of data, and reported', async () => {
    const onContractDrift = vi.fn<(drift: ContractDrift) => void>();
    const { api } = observedApi(() => json({ id: 'cst_1', ...secret }), { onContractDrift });

    const { data } = await api.GET('/customers/{customerId}', { params });

    expect(data).toEqual({ id: 'cst_1', nested: {} });
    await vi.waitFor(() =>
      expect(onContractDrift).toHaveBeenCalledWith(
        expect.objectContaining({ kind: 'write-only-field', pointer: '/birthDate' }),
      ),
    );
  });

  test('is taken out of an error', async () => {
    const { api } = observedApi(() => json({ code: 'invalid', ...secret }, 422));

    const { error } = await api.POST('/customers', { body });

    expect(error).toEqual({ code: 'invalid', nested: {} });
  });

  test.each(['text', 'blob', 'stream', 'arrayBuffer'] as const)('is taken out of %s', async (parseAs) => {
    const { api } = observedApi(() => json({ id: 'cst_1', ...secret }));

    const { data } = await api.GET('/customers/{customerId}', { params, parseAs });

    expect(await new Response(data as BodyInit).text()).toBe('{"id":"cst_1","nested":{}}');
  });

  test('is taken out of the response that a middleware sees', async () => {
    const { api } = observedApi(() => json({ id: 'cst_1', ...secret }));
    const onResponse = vi.fn(async ({ response }: { response: Response }) => {
      expect(await response.clone().json()).toEqual({ id: 'cst_1', nested: {} });
    });
    api.use({ onResponse });

    await api.GET('/customers/{customerId}', { params });

    expect(onResponse).toHaveBeenCalledOnce();
  });
});

test('logs with the logger of the client, without what was sent', async () => {
  const logger = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const { api } = observedApi(() => json({ id: 'cst_1' }), { logger: logger as Logger });

  await api.GET('/customers/{customerId}', { params });

  const lines = JSON.stringify(logger.debug.mock.calls);
  expect(lines).toContain('GET /customers/{customerId}');
  expect(lines).not.toContain('cst_1');
});

test('runs the middleware of the client, on every attempt', async () => {
  const seen = vi.fn<Middleware>((request, next) => next(request));
  const { api } = observedApi((_, index) => json({}, index === 0 ? 503 : 200), {
    middleware: [seen],
    maxRetries: 1,
  });

  await api.GET('/customers', { headers: { 'x-trace': '1' } });

  expect(seen).toHaveBeenCalledTimes(2);
  expect(seen.mock.calls[0]?.[0].headers).toMatchObject({ 'x-trace': '1' });
});
