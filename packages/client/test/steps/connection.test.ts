import { inspect } from 'node:util';
import { ConfigurationError, ConnectionError, type CustomerCreateParams } from '@oms-sdk/client';
import { openapiFetch } from '@oms-sdk/client/openapi-fetch';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';
import { type ObservedRequest, observedClient } from '../harness/observed-client.js';

test('names the operation and the origin, never the path or the query', async () => {
  const { client } = observedClient(() => Promise.reject(new TypeError('fetch failed')));

  const error = await caught(client.customers.list({ email: 'jane@example.com' }));

  expect(error).toBeInstanceOf(ConnectionError);
  expect(error.message).toBe('GET /customers: no response from https://sandbox-api.polygon.technology.');
});

test('keeps the cause itself when it quotes nothing of the request', async () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:443'), { code: 'ECONNREFUSED' });
  const cause = new TypeError('fetch failed', { cause: new AggregateError([refused], '') });
  const { client } = observedClient(() => Promise.reject(cause));

  const error = await caught(client.customers.create(example<CustomerCreateParams>('customer-create-jane')));

  expect(error.cause).toBe(cause);
});

test.each([undefined, null, 'ok', {}])(
  'refuses a fetch that returns %j in place of a Response',
  async (value) => {
    const { client } = observedClient(() => value as unknown as Response);

    const error = await caught<ConfigurationError>(client.customers.list());

    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.option).toBe('fetch');
  },
);

test('keeps a cause that is its own cause', async () => {
  const cause: Error & { self?: Error } = new Error('fetch failed');
  cause.self = cause;
  const { client } = observedClient(() => Promise.reject(cause));

  expect((await caught(client.customers.list())).cause).toBe(cause);
});

/** Errors as fetch functions really make them, and worse: each quotes a part of what was sent. */
const quoting: Record<string, (request: ObservedRequest) => unknown> = {
  'the URL': ({ url }) => new Error(`request to ${url} failed, reason: socket hang up`),
  'the decoded query': ({ url }) => new Error(`lookup of ${new URL(url).searchParams.get('email')} failed`),
  'the token': ({ headers }) =>
    new TypeError(`Headers.append: "${headers['authorization']}" is an invalid header value.`),
  'a part of the body': ({ body }) => new Error(`cannot write ${(body as CustomerCreateParams).birthDate}`),
  'the body': ({ init }) => new Error(`cannot write ${init.body}`),
  'the URL in an inner cause': ({ url }) => new TypeError('fetch failed', { cause: new Error(url) }),
  'the URL in one of several errors': ({ url }) =>
    new AggregateError([new Error('::1'), new Error(url)], 'all failed'),
  'the URL in a stack': ({ url }) => Object.assign(new Error('failed'), { stack: `Error: ${url}` }),
  'the URL in a field': ({ url }) => Object.assign(new Error('failed'), { config: { request: { url } } }),
  'the headers in a Headers': ({ init }) =>
    Object.assign(new Error('failed'), { headers: new Headers(init.headers) }),
  'the URL in a Map': ({ url }) => Object.assign(new Error('failed'), { context: new Map([['url', url]]) }),
  'the URL as what is thrown': ({ url }) => url,
  'the URL in a function': ({ url }) =>
    Object.assign(new Error('failed'), { retry: Object.assign(() => 1, { url }) }),
  'the URL behind a getter that throws': ({ url }) =>
    Object.defineProperty(new Error('failed'), 'url', {
      enumerable: true,
      get: () => {
        throw new Error(url);
      },
    }),
  'the URL in a code that throws': ({ url }) =>
    Object.defineProperty(new Error('failed'), 'code', {
      get: () => {
        throw new Error(url);
      },
    }),
  'the URL in a ring': ({ url }) => {
    const error = new Error(url);
    return Object.assign(error, { cause: error });
  },
};

test.each(Object.entries(quoting))('redacts a cause that quotes %s', async (_, causeOf) => {
  const { client } = observedClient((request) => Promise.reject(causeOf(request)));
  const birthDate = '1990-marker';

  const errors = [
    await caught(
      openapiFetch(client).GET('/customers', { params: { query: { email: 'jane+marker@example.com' } } }),
    ),
    await caught(client.customers.create({ type: 'individual', birthDate })),
  ];

  for (const error of errors) {
    expect(error).toBeInstanceOf(ConnectionError);
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toMatch(/marker|example-access-token/);
  }
});

test('keeps the name and the code of a cause that it redacts', async () => {
  const { client } = observedClient(({ url }) => {
    const inner = Object.assign(new Error(url), { code: 'ENOTFOUND' });
    throw new TypeError('fetch failed', { cause: inner });
  });

  const { cause } = await caught(client.customers.list({ email: 'jane@example.com' }));

  expect(cause).toMatchObject({ name: 'TypeError', code: 'ENOTFOUND' });
  expect((cause as Error).message).toBe('Message redacted: it may quote what was sent.');
});

test('redacts a cause that contains bytes of the response, as that of the HTTP parser does', async () => {
  const parserError = Object.assign(new Error('Response does not match the HTTP/1.1 protocol'), {
    name: 'HTTPParserError',
    code: 'HPE_INVALID_CHUNK_SIZE',
    data: '{"birthDate":"1990-marker"}',
  });
  const { client } = observedClient(() =>
    Promise.reject(new TypeError('fetch failed', { cause: parserError })),
  );

  const error = await caught(client.customers.get('cst_1'));

  expect(inspect(error, { depth: Infinity })).not.toContain('marker');
  expect(error.cause).toMatchObject({ name: 'TypeError', code: 'HPE_INVALID_CHUNK_SIZE' });
});
