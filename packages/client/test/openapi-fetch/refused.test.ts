import { InvalidArgumentError } from '@oms-sdk/client';
import { expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedApi } from './observed-api.js';

const path = '/customers/{customerId}';
const params = { path: { customerId: 'cst_1' } };

type Loose = (template: string, init?: unknown) => Promise<unknown>;

/** The error of a call, which must not have been sent. */
async function refusal(call: (api: ReturnType<typeof observedApi>['api']) => unknown) {
  const { api, requests } = observedApi();
  const error = await caught<InvalidArgumentError>(call(api) as Promise<unknown>);
  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect(requests).toEqual([]);
  return error;
}

test.each<[string, unknown]>([
  ['fetch', () => Promise.resolve(new Response('{}'))],
  ['Request', class extends Request {}],
  ['baseUrl', 'https://evil.example'],
  ['pathSerializer', () => 'https://evil.example'],
  ['querySerializer', () => 'a=1'],
  ['querySerializer', { allowReserved: true }],
  ['bodySerializer', () => 'CANARY'],
])('refuses %s of a call by name', async (name, value) => {
  const error = await refusal((api) => (api.GET as Loose)(path, { params, [name]: value }));

  expect(error.argument).toBe(name);
  expect(error.message).toContain(name);
});

test('treats an option that is undefined as missing', async () => {
  const { api, requests } = observedApi();

  await api.GET(path, { params, baseUrl: undefined as unknown as string, fetch: undefined as never });

  expect(requests).toHaveLength(1);
});

test.each([
  undefined,
  null,
  {},
  { params: undefined },
  { params: null },
  { params: {} },
  { params: { path: undefined } },
  { params: { path: null } },
  { params: { path: {} } },
  { params: { path: { customerId: undefined } } },
  { params: { path: { customerId: '' } } },
  { params: { path: { customerId: '..' } } },
  { params: { path: { customerId: ['a', 'b'] } } },
])('sends no unfilled path for %j', async (init) => {
  await refusal((api) => (api.GET as Loose)(path, init));
});

test.each(['/customers?email=a', '/customers/../wallets', '.evil.example', '@evil.example/', 7])(
  'refuses %j for a path',
  async (template) => {
    await refusal((api) => (api.GET as Loose)(template as string));
  },
);

test.each([
  { 'x-secret': 'CANARY\n' },
  { 'x-secret': { CANARY: 'CANARY' } },
  { 'x-secret': ['CANARY\r\nhost: evil.example'] },
  { 'CANARY CANARY': 'a' },
  { Authorization: 'Bearer CANARY' },
  { host: 'CANARY' },
  [['x-secret', 'CANARY\n']],
  'x-secret: CANARY',
])('refuses the headers %j without quoting them', async (headers) => {
  const error = await refusal((api) => api.GET('/customers', { headers: headers as unknown as HeadersInit }));

  expect(error.argument).toBe('headers');
  expect(`${error.message}${error.stack}${String(error.cause)}`).not.toContain('CANARY');
});

test('refuses a header parameter with a line break without quoting it', async () => {
  const error = await refusal((api) =>
    api.POST('/customers', {
      params: { header: { 'Idempotency-Key': 'CANARY\n' } },
      body: { type: 'individual' },
    }),
  );

  expect(error.message).not.toContain('CANARY');
});

test.each<[string, (circular: Record<string, unknown>) => unknown]>([
  ['circular', (circular) => circular],
  ['a BigInt', () => 1n],
  ['a function', () => () => undefined],
])('refuses a body that is %s', async (_, make) => {
  const circular: Record<string, unknown> = {};
  circular['self'] = circular;

  const error = await refusal((api) => (api.POST as Loose)('/customers', { body: make(circular) }));

  expect(error.argument).toBe('body');
});

test.each([{ limit: [1] }, { limit: {} }, [1], 'limit=1'])('refuses the query %j', async (query) => {
  await refusal((api) => (api.GET as Loose)('/customers', { params: { query } }));
});

test.each<[string, unknown]>([
  ['timeoutMs', 'soon'],
  ['maxRetries', -1],
  ['deadlineMs', 0],
  ['signal', {}],
  ['middleware', [() => undefined]],
  ['middleware', {}],
])('refuses a bad %s: %j', async (name, value) => {
  const error = await refusal((api) => (api.GET as Loose)('/customers', { [name]: value }));

  expect(error.argument).toBe(name);
});

test.each<[string, (request: Request) => Request]>([
  ['the host', (request) => new Request('https://evil.example/v0.9/customers', request)],
  ['the path', (request) => new Request(`${request.url}/cst_1`, request)],
  ['the query', (request) => new Request(`${request.url}?limit=1`, request)],
  ['the method', (request) => new Request(request, { method: 'DELETE' })],
])('refuses a request whose middleware changed %s', async (_, change) => {
  const onError = vi.fn();

  const error = await refusal((api) => {
    api.use({ onRequest: ({ request }) => change(request), onError });
    return api.GET('/customers');
  });

  expect(error.argument).toBe('middleware');
  expect(onError).toHaveBeenCalledOnce();
});

test('refuses a request whose middleware has read its body', async () => {
  const error = await refusal((api) => {
    api.use({ onRequest: async ({ request }) => void (await request.text()) });
    return api.POST('/customers', { body: { type: 'individual' } });
  });

  expect(error.message).toContain('clone');
});
