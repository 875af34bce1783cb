import { NotFoundError, type OmsClient, OmsError } from '@oms-sdk/client';
import { openapiFetch } from '@oms-sdk/client/openapi-fetch';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';
import { json, silence } from '../harness/responses.js';

const notFound = () => json({}, 404);
const pageOne = () => json({ data: [{ id: 'a' }], hasMore: true, cursor: '1' });

async function theCaller(work: () => PromiseLike<unknown>): Promise<void> {
  await work();
}

const ways: Record<string, (client: OmsClient) => PromiseLike<unknown>> = {
  await: (client) => client.customers.get('cst_1'),
  'withResponse()': (client) => client.customers.get('cst_1').withResponse(),
  'asResponse()': (client) => client.customers.get('cst_1').asResponse(),
  'Promise.all': (client) => Promise.all([client.customers.get('cst_1')]),
  'await of a list': (client) => client.customers.list(),
  'withResponse() of a list': (client) => client.customers.list().withResponse(),
  'toArray()': (client) => client.customers.list().toArray({ limit: 2 }),
  'for await': async (client) => {
    for await (const _ of client.customers.list());
  },
  'pages()': async (client) => {
    for await (const _ of client.customers.list().pages());
  },
  'waitForEndorsement()': (client) => client.customers.waitForEndorsement('cst_1', 'basic'),
  'request()': (client) => client.request('GET', '/things'),
};

test.each(Object.entries(ways))('the stack contains the caller by %s', async (_, call) => {
  const { client } = observedClient(notFound);

  const error = await caught(theCaller(() => call(client)));

  expect(error).toBeInstanceOf(NotFoundError);
  expect(error.stack).toMatch(/theCaller .*:\d+/);
});

test('also when a later page failed', async () => {
  const { client } = observedClient((_, index) => (index === 0 ? pageOne() : notFound()));

  const error = await caught(
    theCaller(async () => {
      for await (const _ of client.customers.list());
    }),
  );

  expect(error.stack).toContain('theCaller');
});

test.each<[string, () => Response | Promise<Response>, string]>([
  ['a connection that breaks', () => Promise.reject(new TypeError('fetch failed')), 'ConnectionError'],
  ['no response in time', () => silence, 'TimeoutError'],
  ['a response that is HTML', () => new Response('<html>'), 'ResponseError'],
])('also after %s', async (_, reply, name) => {
  const { client } = observedClient(reply, { timeoutMs: 5 });

  const error = await caught(theCaller(() => client.customers.get('cst_1')));

  expect(error.name).toBe(name);
  expect(error.stack).toContain('theCaller');
});

test('also of an argument that cannot be sent', async () => {
  const { client } = observedClient();

  const error = await caught(theCaller(() => client.customers.get('')));

  expect(error.stack).toContain('theCaller');
});

test.each(['await', 'middleware'])('also through openapiFetch, by %s', async (way) => {
  const api = openapiFetch(observedClient(() => Promise.reject(new Error('no network'))).client);
  if (way === 'middleware') api.use({ onRequest: ({ request }) => request });

  const error = await caught(theCaller(() => api.GET('/webhooks')));

  expect(error).toBeInstanceOf(OmsError);
  expect(error.stack).toContain('theCaller');
});

test('names each line once, and who made the error before who waits for it', async () => {
  const { client } = observedClient(notFound);

  const { stack = '' } = await caught(theCaller(() => client.customers.get('cst_1')));

  const lines = stack.split('\n');
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines[0]).toBe('NotFoundError: 404: GET /customers/{customerId}');
});

test('the reason of an abort is left as it is', async () => {
  const { client } = observedClient(() => silence);
  const reason = new Error('enough');
  const before = reason.stack;

  await caught(theCaller(() => client.customers.get('cst_1', { signal: AbortSignal.abort(reason) })));

  expect(reason.stack).toBe(before);
});

test('an error that a thousand callers share stays short', async () => {
  const { client } = observedClient(undefined, { exchange: () => json({}, 401) });

  const errors = await Promise.all(Array.from({ length: 1_000 }, () => caught(client.customers.list())));

  expect(new Set(errors).size).toBe(1);
  expect(errors[0]?.stack?.length).toBeLessThan(15_000);
});
