import { ConnectionError, NotFoundError } from '@oms-sdk/client';
import type { Middleware } from '@oms-sdk/client/openapi-fetch';
import { afterEach, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';
import { json } from '../harness/responses.js';
import { observedApi, params } from './observed-api.js';

/* The examples of openapi-fetch's documentation, on paths of this API. */

const path = '/customers/{customerId}';
const body = { type: 'individual', firstName: 'Jane' } as const;

afterEach(() => void vi.unstubAllGlobals());

test('sends the header that a middleware sets', async () => {
  const { api, requests } = observedApi();
  api.use({
    async onRequest({ request }) {
      request.headers.set('foo', 'bar');
      return request;
    },
  });

  await api.POST('/customers', { body });

  expect(requests[0]).toMatchObject({
    headers: { foo: 'bar', authorization: expect.stringMatching(/^Bearer /) },
    body,
  });
});

test('sends a request that a middleware makes anew', async () => {
  const { api, requests } = observedApi();
  const changed = JSON.stringify({ ...body, firstName: 'June' });
  api.use({
    onRequest: ({ request }) =>
      new Request(request, {
        body: changed,
        headers: { ...Object.fromEntries(request.headers), foo: 'bar' },
      }),
  });

  await api.POST('/customers', { body });

  expect(requests[0]).toMatchObject({
    headers: { foo: 'bar', 'content-type': 'application/json' },
    body: { firstName: 'June' },
  });
});

test('lets a middleware change the response', async () => {
  const { api } = observedApi(() => json(example('error-not-found'), 404));
  api.use({
    onResponse: ({ response }) => new Response(response.body, { headers: response.headers, status: 200 }),
  });

  const { data, error, response } = await api.GET(path, { params });

  expect(response.status).toBe(200);
  expect(data).toEqual(example('error-not-found'));
  expect(error).toBeUndefined();
});

test('runs onRequest in order and onResponse in reverse, those of the call innermost', async () => {
  const { api } = observedApi();
  const order: string[] = [];
  const tracing = (name: string): Middleware => ({
    onRequest: () => void order.push(`> ${name}`),
    onResponse: () => void order.push(`< ${name}`),
  });
  api.use(tracing('a'), tracing('b'));

  await api.GET('/customers', { middleware: [tracing('c')] });

  expect(order).toEqual(['> a', '> b', '> c', '< c', '< b', '< a']);
});

test('shows a middleware the call', async () => {
  const { api } = observedApi(undefined, { baseUrl: 'https://host.example/v0.9' });
  const onRequest = vi.fn();
  api.use({ onRequest });

  await api.GET(path, { params: { ...params, header: { foo: 'bar' } as never }, parseAs: 'text' });

  const { request, schemaPath, params: seen, options, id } = onRequest.mock.calls[0]?.[0] ?? {};
  expect(request).toBeInstanceOf(Request);
  expect(request.url).toBe('https://host.example/v0.9/customers/cst_1');
  expect(request.headers.get('accept')).toBe('application/json');
  expect({ schemaPath, seen, id }).toEqual({
    schemaPath: path,
    seen: { ...params, header: { foo: 'bar' } },
    id: expect.any(String),
  });
  expect(options).toMatchObject({ baseUrl: 'https://host.example/v0.9', parseAs: 'text' });
});

test('responds from a cache without sending', async () => {
  const { api, requests } = observedApi(() => json(example('customer-jane')));
  const cache = new Map<string, Response>();
  const keyOf = (request: Request) => `${request.method}:${request.url}`;
  api.use({
    onRequest: ({ request }) => cache.get(keyOf(request))?.clone(),
    onResponse({ request, response }) {
      if (response.ok) cache.set(keyOf(request), response.clone());
    },
  });

  const [first, second] = [await api.GET(path, { params }), await api.GET(path, { params })];

  expect(second.data).toEqual(first.data);
  expect(requests).toHaveLength(1);
});

test('rejects with what a middleware throws for an error status', async () => {
  const { api } = observedApi(() => json({}, 404));
  api.use({
    onResponse({ response }) {
      if (!response.ok) throw new Error(`${response.status}`);
    },
  });

  expect(await caught(api.GET(path, { params }))).toEqual(new Error('404'));
});

test.each<[string, (error: unknown) => Error | Response | undefined, unknown]>([
  ['nothing', () => undefined, expect.any(ConnectionError)],
  [
    'another error',
    (cause) => new Error('Oops, fetch failed', { cause }),
    expect.objectContaining({ message: 'Oops, fetch failed', cause: expect.any(ConnectionError) }),
  ],
  [
    'a response',
    () => Response.json({ message: 'nothing to see' }),
    expect.objectContaining({ data: { message: 'nothing to see' } }),
  ],
])('lets onError return %s', async (_, onError, expected) => {
  const { api } = observedApi(() => Promise.reject(new TypeError('fetch failed')));
  api.use({ onError: ({ error }) => onError(error) });

  const outcome = await api.GET(path, { params }).catch((error: unknown) => error);

  expect(outcome).toEqual(expected);
});

test('runs no onError for an error status', async () => {
  const { api } = observedApi(() => json({}, 404));
  const onError = vi.fn();
  api.use({ onError });

  const { error } = await api.GET(path, { params });

  expect(error).toEqual({});
  expect(error).not.toBeInstanceOf(NotFoundError);
  expect(onError).not.toHaveBeenCalled();
});

test('does not run a middleware that was ejected', async () => {
  const { api } = observedApi();
  const [kept, ejected] = [{ onRequest: vi.fn() }, { onRequest: vi.fn() }];
  const { use, eject } = api;
  use(kept, ejected);
  eject(ejected);

  await api.GET('/customers');

  expect(kept.onRequest).toHaveBeenCalledOnce();
  expect(ejected.onRequest).not.toHaveBeenCalled();
});

test('refuses what is no middleware, in the words of openapi-fetch', () => {
  const { api } = observedApi();

  expect(() => api.use({} as Middleware)).toThrow('Middleware must be an object with one of');
});

test('sends the token that a middleware sets in place of the one of the client', async () => {
  let accessToken: string | undefined;
  const { api, requests, exchanges } = observedApi((_, index) => json({}, index === 0 ? 401 : 200));
  api.use({
    async onRequest({ schemaPath, request }) {
      if (schemaPath.startsWith('/wallets')) return undefined;
      accessToken ??= 'own-token';
      request.headers.set('Authorization', `Bearer ${accessToken}`);
      return request;
    },
  });

  const refused = await api.GET('/customers');
  await api.GET('/wallets/{id}', { params: { path: { id: 'wlt_1' } } });

  expect(refused.response.status).toBe(401);
  expect(requests.map(({ headers }) => headers['authorization'])).toEqual([
    'Bearer own-token',
    `Bearer ${example<{ accessToken: string }>('token').accessToken}`,
  ]);
  expect(exchanges).toHaveLength(1);
});

test('shows the token of a middleware to no middleware of the client', async () => {
  const seen = vi.fn((request, next) => next(request));
  const { api } = observedApi(undefined, { middleware: [seen] });
  api.use({ onRequest: ({ request }) => request.headers.set('authorization', 'Bearer own-token') });

  await api.GET('/customers');

  expect(JSON.stringify(seen.mock.calls)).not.toContain('own-token');
});

test('makes no Request where there is no middleware', async () => {
  const { api, requests } = observedApi();
  vi.stubGlobal('Request', undefined);

  await api.POST('/customers', { body, middleware: [] });

  expect(requests[0]).toMatchObject({ method: 'POST', body });
});

test('passes keys of its own to a middleware', async () => {
  const { api } = observedApi();
  const onRequest = vi.fn();
  api.use({ onRequest });

  await api.GET('/customers', { tenant: 'a' });

  expect(onRequest.mock.calls[0]?.[0].request).toMatchObject({ tenant: 'a' });
});

test('lets a middleware abort the call', async () => {
  const { api, requests } = observedApi();
  const reason = new Error('enough');
  api.use({ onRequest: ({ request }) => new Request(request, { signal: AbortSignal.abort(reason) }) });

  expect(await caught(api.GET('/customers'))).toBe(reason);
  expect(requests).toEqual([]);
});
