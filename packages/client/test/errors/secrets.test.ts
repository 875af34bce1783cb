import { inspect } from 'node:util';
import type { ClientOptions, CustomerCreateParams, OmsClient } from '@oms-sdk/client';
import { openapiFetch } from '@oms-sdk/client/openapi-fetch';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';
import { type ObservedRequest, observedClient } from '../harness/observed-client.js';
import { json, silence, streamed } from '../harness/responses.js';

/** Every string of `value` with a marker in front, so that a leak of any of them is seen. */
function planted<T>(value: T): T {
  if (typeof value === 'string') return `CANARY-${value}` as T;
  if (Array.isArray(value)) return value.map(planted) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, planted(inner)])) as T;
}

const customer = planted(example<CustomerCreateParams>('customer-create-jane'));
const options = {
  apiKey: 'sk_sdbx_CANARY',
  apiSecret: 'CANARY-secret',
  headers: { 'x-proxy-secret': 'CANARY-proxy' },
  exchange: () => json({ accessToken: 'CANARY-token', expiresIn: 3600 }),
};

/** Every way in which something is shown or stored by accident. */
function shown(value: unknown): string {
  const ways = [
    {},
    { depth: Infinity },
    { depth: Infinity, showHidden: true },
    { depth: Infinity, getters: true },
  ];
  const { message, stack, cause } = Object(value) as Error;
  const { request } = Object(cause) as { request?: unknown };
  const written = [
    String(value),
    JSON.stringify(value),
    message,
    stack,
    String(cause),
    JSON.stringify(cause),
    JSON.stringify(request),
  ];
  return [...written, ...ways.map((way) => inspect(value, way)), JSON.stringify({ ...Object(value) })].join(
    '\n',
  );
}

/** Calls that carry personal data in the body, in the query and in the path. */
const calls: ((client: OmsClient) => PromiseLike<unknown>)[] = [
  (client) => client.customers.create(customer),
  (client) => client.customers.update('CANARY-id', { birthDate: 'CANARY-1990' }),
  (client) => client.customers.list({ email: 'CANARY@example.com', externalId: 'CANARY-user' }),
  (client) =>
    openapiFetch(client).POST('/customers', {
      body: customer,
      headers: { 'x-caller-secret': 'CANARY-header' },
    }),
];

const echoed = {
  code: 'validation_failed',
  message: 'CANARY',
  details: [{ message: 'CANARY' }],
  ...customer,
};
/** Errors as HTTP libraries have them, which show the request on demand. */
class HookedError extends Error {
  readonly #init: RequestInit;

  constructor(init: RequestInit) {
    super('down');
    this.#init = init;
  }

  [inspect.custom]() {
    return JSON.stringify(this.#init);
  }
}
class PrivateError extends Error {
  readonly #init: RequestInit;

  constructor(init: RequestInit) {
    super('down');
    this.#init = init;
  }

  get request() {
    return this.#init;
  }
}

type Reply = (request: ObservedRequest) => Response | Promise<Response>;
const failures: Record<string, Reply> = {
  ...Object.fromEntries(
    [400, 401, 403, 404, 409, 418, 422, 429, 500, 503].map((status) => [
      `a response with status ${status} that echoes the request`,
      () => json(echoed, status, { 'x-request-id': 'CANARY and more', 'set-cookie': 'CANARY=1' }),
    ]),
  ),
  'HTML that echoes the request': () =>
    new Response('<h1>CANARY</h1>', { headers: { 'content-type': 'text/html' } }),
  'JSON that is cut': () => streamed(['{"firstName":"CANARY']),
  'a JSON string': () => json('CANARY'),
  'a redirect': () => new Response(null, { status: 307, headers: { location: 'https://e.example/CANARY' } }),
  'bytes that are not UTF-8': () => streamed(['CANARY', new Uint8Array([0xff])]),
  'a body that breaks with the URL': ({ url }) => streamed(['CANARY', Promise.reject(new Error(url))]),
  'a fetch that quotes the request': ({ url, init }) =>
    Promise.reject(
      Object.assign(new Error(`${url} ${init.body} ${JSON.stringify(init.headers)}`), { url, init }),
    ),
  'a fetch that throws the request': ({ init }) => Promise.reject(init),
  'a fetch whose error has an inspect hook': ({ init }) =>
    Promise.reject(
      Object.defineProperty(new Error('down'), inspect.custom, { value: () => JSON.stringify(init) }),
    ),
  'a fetch whose error has a toJSON': ({ init }) =>
    Promise.reject(Object.defineProperty(new Error('down'), 'toJSON', { value: () => init })),
  'a fetch whose error inherits an inspect hook': ({ init }) => Promise.reject(new HookedError(init)),
  'a fetch whose error keeps the request in a private field': ({ init }) =>
    Promise.reject(new PrivateError(init)),
  'a fetch whose error is the cause of another': ({ init }) =>
    Promise.reject(new TypeError('fetch failed', { cause: new PrivateError(init) })),
};

test.each(Object.entries(failures))('shows nothing that was sent in the error of %s', async (_, reply) => {
  const { client } = observedClient(reply, options);

  for (const call of calls) {
    const outcome = await call(client).then(
      (value) => value,
      (error: unknown) => error,
    );
    const error = outcome instanceof Error ? outcome : undefined;
    if (error === undefined) expect(outcome).toMatchObject({ response: { ok: false } });
    else expect(shown(error)).not.toContain('CANARY');
  }
});

test('shows nothing that was sent in the error of a response that never comes', async () => {
  const { client } = observedClient(() => silence, {
    ...options,
    token: async () => 'CANARY-token',
    timeoutMs: 1,
  });

  for (const call of calls) expect(shown(await caught(call(client)))).not.toContain('CANARY');
});

test.each<[string, () => Response | Promise<Response>]>([
  ['is refused', () => json({ message: 'CANARY-secret' }, 401)],
  ['has a response without a token', () => json({ accessToken: 'CANARY token', expiresIn: 3600 })],
  ['fails with the secret in the error', () => Promise.reject(new Error('CANARY-secret'))],
])('shows no credentials in the error of an exchange that %s', async (_, exchange) => {
  const { client } = observedClient(undefined, { ...options, exchange });

  expect(shown(await caught(client.customers.list()))).not.toContain('CANARY');
});

test.each<[string, (client: OmsClient) => PromiseLike<unknown>]>([
  ['an id', (client) => client.customers.get({ CANARY: 'CANARY' } as unknown as string)],
  ['a filter', (client) => client.customers.list({ email: ['CANARY'] as unknown as string })],
  ['a header', (client) => client.customers.list({}, { headers: { 'x-secret': 'CANARY\n' } })],
  [
    'a name of a header',
    (client) => client.customers.list({}, { headers: Object.fromEntries([['CANARY CANARY', '']]) }),
  ],
  ['an idempotency key', (client) => client.customers.create(customer, { idempotencyKey: 'CANARY CANARY' })],
  ['a timeout', (client) => client.customers.list({}, { timeoutMs: 'CANARY' as unknown as number })],
  ['a path', (client) => openapiFetch(client).GET('/customers?email=CANARY' as '/customers')],
])('shows nothing of %s that is refused', async (_, call) => {
  const { client } = observedClient(undefined, options);

  expect(shown(await caught(call(client)))).not.toContain('CANARY');
});

test.each<ClientOptions>([
  { apiKey: 'CANARY\n' },
  { apiSecret: 'CANARY\n' },
  { apiKey: 'sk_live_CANARY', environment: 'sandbox' },
  { token: 'CANARY' as unknown as () => Promise<string> },
  { baseUrl: 'CANARY' },
  { baseUrl: 'https://CANARY:CANARY@host.example' },
  { headers: { authorization: 'CANARY' } },
  { environment: 'CANARY' as 'sandbox' },
])('shows nothing of the options it refuses: %j', async (refused) => {
  const error = await caught(() => observedClient(undefined, { ...options, ...refused }));

  expect(shown(error)).not.toContain('CANARY');
});

test('shows nothing in the client itself, before and after calls', async () => {
  const { client } = observedClient(undefined, options);
  const before = shown(client);

  const call = client.customers.create(customer);
  const during = shown(call);
  await call;

  expect(
    [before, during, shown(client), shown(client.customers), shown(openapiFetch(client))].join('\n'),
  ).not.toContain('CANARY');
});

test.each<[string, (secret: string) => string]>([
  ['in capitals', (secret) => secret.toUpperCase()],
  ['in base64', btoa],
  ['within base64, one byte in', (secret) => btoa(`:${secret}:`)],
  ['within base64, two bytes in', (secret) => btoa(`a:${secret}`)],
  ['within base64 for URLs', (secret) => btoa(`??>${secret}>?>`).replaceAll('+', '-').replaceAll('/', '_')],
])('a cause that quotes the token %s is redacted', async (_case, write) => {
  const token = 'secret-token-of-this-test';
  const fetch = () => Promise.reject(new Error(`refused: ${write(token)}`));
  const { client } = observedClient(fetch, { token: async () => token });

  expect((await caught(client.customers.list())).cause).toMatchObject({
    message: expect.stringMatching(/redacted/),
  });
});

test.each([
  ['a reset', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' })],
  ['an error of fetch', new TypeError('fetch failed', { cause: new Error('other side closed') })],
  ['an abort', new DOMException('This operation was aborted', 'AbortError')],
  ['several', new AggregateError([new Error('connect ECONNREFUSED ::1:443')], 'all failed')],
])('a cause that quotes nothing is kept: %s', async (_case, cause) => {
  const { client } = observedClient(() => Promise.reject(cause), options);

  expect((await caught(client.customers.list())).cause).toBe(cause);
});
