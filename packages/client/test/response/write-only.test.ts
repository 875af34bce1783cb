import type { ApiError } from '@oms-sdk/client';
import { openapiFetch } from '@oms-sdk/client/openapi-fetch';
import { describe, expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';
import { observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

const jane = example<Record<string, unknown>>('customer-jane');
const leaks: Record<string, unknown> = {
  birthDate: '1990-05-15',
  ipAddress: '203.0.113.7',
  residentialAddress: { line1: '123 Main St' },
  identifyingInformation: [{ type: 'ssn', number: '000-00-0000' }],
  apiSecret: 'example-api-secret',
};

describe('a server that returns what it must not', () => {
  test.each(Object.entries(leaks))('does not get %s past the client', async (name, value) => {
    const { client } = observedClient(() => json({ ...jane, [name]: value }));

    expect(await client.customers.get('cst_1')).toEqual(jane);
  });

  test('does not get it past the client inside of lists', async () => {
    const { client } = observedClient(() => json({ data: [{ ...jane, ...leaks }], hasMore: false }));

    expect(await client.customers.list()).toEqual({ data: [jane], hasMore: false });
  });

  test('does not get it past openapi-fetch, or into a response that can be read', async () => {
    const { client } = observedClient(() => json({ ...jane, ...leaks }));

    const byPath = await openapiFetch(client).GET('/customers/{customerId}', {
      params: { path: { customerId: 'cst_1' } },
    });
    const response = await client.customers.get('cst_1').asResponse();

    expect(byPath.data).toEqual(jane);
    expect(await response.json()).toEqual(jane);
  });

  test('does not get it past the client in the body of an error', async () => {
    const { client } = observedClient(() => json({ code: 'validation_failed', ...leaks }, 422));

    const error = await caught<ApiError>(client.customers.get('cst_1'));

    expect(error.body).toEqual({ code: 'validation_failed' });
  });
});

test("leaves the caller's own metadata alone", async () => {
  const customer = { ...jane, metadata: { birthDate: 'unknown', nested: { ipAddress: 'none' } } };
  const { client } = observedClient(() => json(customer));

  expect(await client.customers.get('cst_1')).toEqual(customer);
});

test('leaves a body alone that only speaks of such a field', async () => {
  const error = {
    code: 'validation_failed',
    message: 'birthDate is missing',
    details: [{ location: 'body.birthDate' }],
  };
  const { client } = observedClient(() => json(error, 422));

  expect((await caught<ApiError>(client.customers.get('cst_1'))).body).toEqual(error);
});

const depth = 100_000;
const nested = `{"birthDate":"marker","list":${'['.repeat(depth)}${']'.repeat(depth)}}`;
const nestedAnswer = (status: number) =>
  new Response(nested, { status, headers: { 'content-type': 'application/json' } });

test('refuses a response nested too deep to be searched', async () => {
  const { client } = observedClient(() => nestedAnswer(200));

  expect(await caught(client.customers.get('cst_1'))).toMatchObject({
    name: 'ResponseError',
    reason: 'invalid-json',
  });
});

test('keeps an error status whose body is nested too deep, without the body', async () => {
  const { client } = observedClient(() => nestedAnswer(404));

  const error = await caught<ApiError>(client.customers.get('cst_1'));

  expect(error.name).toBe('NotFoundError');
  expect(error.body).toBeUndefined();
});

test('finds a name that the server wrote with escapes', async () => {
  const text = '{"id":"cst_1","birth\\u0044ate":"1990-05-15"}';
  const { client } = observedClient(
    () => new Response(text, { headers: { 'content-type': 'application/json' } }),
  );

  expect(await client.customers.get('cst_1')).toEqual({ id: 'cst_1' });
});
