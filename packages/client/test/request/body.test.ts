import { type CustomerCreateParams, InvalidArgumentError } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';
import { observedClient } from '../harness/observed-client.js';

test('sends every field of a body as it was given', async () => {
  const { client, requests } = observedClient();
  const params = example<CustomerCreateParams>('customer-create-jane');

  await client.customers.create(params);

  expect(requests[0]?.init.body).toBe(JSON.stringify(params));
});

test('sends no body and no content type with a GET', async () => {
  const { client, requests } = observedClient();

  await client.customers.get('cst_1');

  expect(requests[0]?.init).not.toHaveProperty('body');
  expect(requests[0]?.headers).not.toHaveProperty('content-type');
});

const circular: Record<string, unknown> = { birthDate: 'marker' };
circular['self'] = circular;

test.each([
  ['is circular', circular],
  ['holds a BigInt', { amount: 1n, birthDate: 'marker' }],
])('refuses a body that %s before anything is sent', async (_, metadata) => {
  const { client, requests } = observedClient();

  const error = await caught<InvalidArgumentError>(client.customers.create({ type: 'individual', metadata }));

  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect(error.argument).toBe('body');
  expect(String(error.cause)).not.toContain('marker');
  expect(requests).toEqual([]);
});

test.each([
  ['a function', () => 'marker'],
  ['a symbol', Symbol('marker')],
  ['an object without a form in JSON', { toJSON: () => undefined }],
])('refuses %s in place of a body before anything is sent', async (_, body) => {
  const { client, requests } = observedClient();

  const error = await caught<InvalidArgumentError>(client.request('POST', '/things', { body }));

  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect(error.argument).toBe('body');
  expect(requests).toEqual([]);
});

test.each(['GET', 'HEAD'])('refuses a body with a %s, which no fetch sends', async (method) => {
  const { client, requests } = observedClient();

  const error = await caught<InvalidArgumentError>(client.request(method, '/things', { body: {} }));

  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect(error.argument).toBe('body');
  expect(requests).toEqual([]);
});
