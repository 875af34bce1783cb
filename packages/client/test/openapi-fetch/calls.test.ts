import { type CustomerCreateParams, InvalidArgumentError, type OmsClient } from '@oms-sdk/client';
import { openapiFetch } from '@oms-sdk/client/openapi-fetch';
import { wrapAsPathBasedClient } from 'openapi-fetch';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';
import { json } from '../harness/responses.js';
import { observedApi, params } from './observed-api.js';

const jane = example('customer-jane');

test('resolves to the data and the response of a success', async () => {
  const { api } = observedApi(() => json(jane, 200, { 'x-request-id': 'req_1' }));

  const result = await api.GET('/customers/{customerId}', { params });

  expect(result).toEqual({ data: jane, response: expect.any(Response) });
  expect(result.response).toMatchObject({ status: 200, ok: true });
  expect(result.response.headers.get('x-request-id')).toBe('req_1');
});

test('resolves to the error and the response of an error status', async () => {
  const { api } = observedApi(() => json(example('error-not-found'), 404));

  const result = await api.GET('/customers/{customerId}', { params });

  expect(result).toEqual({ error: example('error-not-found'), response: expect.any(Response) });
  expect(result.response).toMatchObject({ status: 404, ok: false });
});

test('has no data where the spec has none', async () => {
  const { api } = observedApi(() => new Response(null, { status: 204 }));

  const { data, response } = await api.DELETE('/webhooks/{id}', { params: { path: { id: 'whk_1' } } });

  expect(data).toBeUndefined();
  expect(response.status).toBe(204);
});

test.each([
  ['GET', '/customers?limit=2', undefined],
  ['POST', '/customers', { type: 'individual' }],
  ['PATCH', '/customers/cst_1', { firstName: 'Jane' }],
  ['DELETE', '/customers/cst_1', undefined],
] as const)('sends a %s with its path, query and body', async (method, path, body) => {
  const { api, requests } = observedApi();
  const calls = {
    GET: () => api.GET('/customers', { params: { query: { limit: 2 } } }),
    POST: () => api.POST('/customers', { body: { type: 'individual' } }),
    PATCH: () => api.PATCH('/customers/{customerId}', { params, body: { firstName: 'Jane' } }),
    DELETE: () => api.DELETE('/customers/{customerId}', { params }),
  };

  await calls[method]();

  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({ method, path, body });
});

test.each(['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'] as const)(
  'calls %s without the client in front of it, and by request',
  async (method) => {
    const { api, requests } = observedApi();
    const { request, [method]: call } = api as unknown as Record<string, (...args: unknown[]) => unknown>;

    await call?.('/customers/{customerId}', { params });
    await request?.(method.toLowerCase(), '/customers/{customerId}', { params });

    expect(requests.map((sent) => `${sent.method} ${sent.path}`)).toEqual([
      `${method} /customers/cst_1`,
      `${method} /customers/cst_1`,
    ]);
  },
);

test('refuses TRACE as the client does', async () => {
  const { api, requests } = observedApi();

  expect(await caught(api.TRACE('/customers' as never, {} as never))).toBeInstanceOf(InvalidArgumentError);
  expect(requests).toEqual([]);
});

test('lets wrapAsPathBasedClient call by path first', async () => {
  const { api, requests } = observedApi(() => json(jane));

  const { data } = await wrapAsPathBasedClient(api)['/customers/{customerId}'].GET({ params });

  expect(data).toEqual(jane);
  expect(requests[0]?.path).toBe('/customers/cst_1');
});

test('leaves out query parameters that are undefined or null', async () => {
  const { api, requests } = observedApi();

  await api.GET('/customers', {
    params: { query: { limit: 2, cursor: null as unknown as string, email: undefined as unknown as string } },
  });

  expect(requests[0]?.path).toBe('/customers?limit=2');
});

test.each<[string, RequestInit['headers'] | Record<string, unknown>]>([
  ['an object', { 'X-Trace': '1', 'X-Count': 2, 'X-Flag': true, 'X-List': ['a', 'b'], accept: null }],
  [
    'a list',
    [
      ['X-Trace', '1'],
      ['X-Count', '2'],
      ['X-Flag', 'true'],
      ['X-List', 'a,b'],
    ],
  ],
  ['Headers', new Headers({ 'X-Trace': '1', 'X-Count': '2', 'X-Flag': 'true', 'X-List': 'a,b' })],
])('takes headers as %s', async (kind, headers) => {
  const { api, requests } = observedApi();

  await api.GET('/customers', { headers: headers as HeadersInit });

  expect(requests[0]?.headers).toMatchObject({
    'x-trace': '1',
    'x-count': '2',
    'x-flag': 'true',
    'x-list': 'a,b',
  });
  expect('accept' in (requests[0]?.headers ?? {})).toBe(kind !== 'an object');
});

test('takes an idempotency key as an option, as a header and as a header parameter', async () => {
  const { api, requests } = observedApi();
  const body = example<CustomerCreateParams>('customer-create-alice');

  await api.POST('/customers', { body, idempotencyKey: 'key-1' });
  await api.POST('/customers', { body, headers: { 'idempotency-key': 'key-2' } });
  await api.POST('/customers', { body, params: { header: { 'Idempotency-Key': 'key-3' } } });

  const keys = requests.map(({ headers }) => headers['idempotency-key']);
  expect(keys).toEqual(['key-1', 'key-2', 'key-3']);
});

test.each([
  ['text', '{"id":"cst_1"}'],
  ['arrayBuffer', new TextEncoder().encode('{"id":"cst_1"}').buffer],
] as const)('parses a response as %s', async (parseAs, expected) => {
  const { api } = observedApi(() => json({ id: 'cst_1' }));

  const { data } = await api.GET('/customers/{customerId}', { params, parseAs });

  expect(data).toEqual(expected);
});

test('parses a response as a blob and as a stream', async () => {
  const { api } = observedApi(() => json({ id: 'cst_1' }));

  const blob = await api.GET('/customers/{customerId}', { params, parseAs: 'blob' });
  const stream = await api.GET('/customers/{customerId}', { params, parseAs: 'stream' });

  expect(await blob.data?.text()).toBe('{"id":"cst_1"}');
  expect(stream.data).toBeInstanceOf(ReadableStream);
  expect(await new Response(stream.data).text()).toBe('{"id":"cst_1"}');
});

test.each<[string, () => Response]>([
  ['no body', () => new Response(null, { status: 503 })],
  ['a length of zero', () => new Response(null, { status: 400, headers: { 'content-length': '0' } })],
  ['a body of null', () => json(null, 422)],
  ['an empty text', () => json('', 422)],
  ['HTML', () => new Response('<h1>Bad gateway', { status: 502 })],
])('resolves to an empty error for an error status with %s', async (_, reply) => {
  const { api } = observedApi(reply);

  const { data, error } = await api.GET('/customers');

  expect(data).toBeUndefined();
  expect(error).toEqual({});
});

test.each([undefined, null, {}, 'client', { customers: {} }])('refuses %j for a client', (oms) => {
  expect(() => openapiFetch(oms as unknown as OmsClient)).toThrow(/OmsClient/);
});
