import { type CustomerCreateParams, InvalidArgumentError, ResponseError } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';
import { observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

test('gives the data of a success', async () => {
  const { client } = observedClient(() => json(example('customer-jane')));

  const { ok, data, error, response } = await client.raw.GET('/customers/{customerId}', {
    params: { path: { customerId: 'cst_1' } },
  });

  expect(ok).toBe(true);
  expect(data).toEqual(example('customer-jane'));
  expect(error).toBeUndefined();
  expect(response.status).toBe(200);
});

test('gives the body of an error status instead of rejecting', async () => {
  const { client } = observedClient(() => json(example('error-not-found'), 404));

  const { ok, data, error, response } = await client.raw.GET('/wallets/{id}', {
    params: { path: { id: 'wlt_1' } },
  });

  expect(ok).toBe(false);
  expect(data).toBeUndefined();
  expect(error).toEqual(example('error-not-found'));
  expect(response.status).toBe(404);
});

test.each([
  ['GET', '/customers?limit=2', undefined],
  ['POST', '/customers', { type: 'individual' }],
  ['PATCH', '/customers/cst_1', { firstName: 'Jane' }],
  ['DELETE', '/customers/cst_1', undefined],
] as const)('sends a %s with its path, query and body', async (method, path, body) => {
  const { client, requests } = observedClient();
  const params = { path: { customerId: 'cst_1' } };
  const calls = {
    GET: () => client.raw.GET('/customers', { params: { query: { limit: 2 } } }),
    POST: () => client.raw.POST('/customers', { body: { type: 'individual' } }),
    PATCH: () => client.raw.PATCH('/customers/{customerId}', { params, body: { firstName: 'Jane' } }),
    DELETE: () => client.raw.DELETE('/customers/{customerId}', { params }),
  };

  await calls[method]();

  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({ method, path, body });
});

test('takes the options of a call beside its parameters', async () => {
  const { client, requests } = observedClient();
  const body = example<CustomerCreateParams>('customer-create-alice');

  await client.raw.POST('/customers', { body, idempotencyKey: 'cst-alice-001', headers: { 'x-trace': '1' } });

  expect(requests[0]?.headers).toMatchObject({ 'idempotency-key': 'cst-alice-001', 'x-trace': '1' });
});

test('rejects when there is no usable answer', async () => {
  const { client } = observedClient(
    () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
  );

  expect(await caught(client.raw.GET('/customers'))).toBeInstanceOf(ResponseError);
});

test.each([undefined, null, {}, { params: undefined }, { params: {} }])(
  'rejects for a path parameter that is missing from %j',
  async (init) => {
    const { client } = observedClient();

    expect(await caught(client.raw.GET('/wallets/{id}', init as never))).toBeInstanceOf(InvalidArgumentError);
  },
);
