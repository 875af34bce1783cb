import { type CustomerListParams, InvalidArgumentError } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';

test.each<[string, CustomerListParams, string]>([
  ['every parameter', { status: 'active', limit: 2, cursor: 'next' }, '?status=active&limit=2&cursor=next'],
  [
    'reserved characters encoded',
    { email: 'jane+a&b=c@example.com' },
    '?email=jane%2Ba%26b%3Dc%40example.com',
  ],
  ['no parameter that is undefined', { limit: 1, ...{ status: undefined as never } }, '?limit=1'],
  ['an empty value, which is not the same as none', { externalId: '' }, '?externalId='],
  ['no question mark without parameters', {}, ''],
])('sends %s', async (_, params, search) => {
  const { client, requests } = observedClient();

  await client.customers.list(params);

  expect(requests[0]?.path).toBe(`/customers${search}`);
});

test.each([
  ['null', null, 'createdAfter must be a string, a number or a boolean; got null.'],
  ['a Date', new Date(0), 'createdAfter must be a string, a number or a boolean; got object.'],
  ['an array', ['2026-01-01'], 'createdAfter must be a string, a number or a boolean; got object.'],
  ['a function', () => '2026-01-01', 'createdAfter must be a string, a number or a boolean; got function.'],
  [
    'half a surrogate pair',
    '\ud800',
    'createdAfter must be well-formed Unicode; it contains half a surrogate pair.',
  ],
])('refuses %s, with which a filter would be lost', async (_, value, message) => {
  const { client, requests } = observedClient();

  const error = await caught<InvalidArgumentError>(client.customers.list({ createdAfter: value as string }));

  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect(error.argument).toBe('createdAfter');
  expect(error.message).toBe(message);
  expect(requests).toEqual([]);
});

test.each([
  ['a URLSearchParams', new URLSearchParams({ status: 'active' })],
  ['a Map', new Map([['status', 'active']])],
  ['a list', [['status', 'active']]],
  ['text', 'status=active'],
  ['a number', 7],
])('refuses %s, which would list all', async (_, query) => {
  const { client, requests } = observedClient();

  const error = await caught<InvalidArgumentError>(client.customers.list(query as never));

  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect(error.argument).toBe('query');
  expect(requests).toEqual([]);
});

test('refuses a name with half a surrogate pair', async () => {
  const { client, requests } = observedClient();

  const error = await caught<InvalidArgumentError>(
    client.request('GET', '/customers', { params: { query: { '\ud800': 1 } } }),
  );

  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect(error.argument).toBe('query');
  expect(requests).toEqual([]);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])(
  'refuses the number %s, which nobody means',
  async (limit) => {
    const { client, requests } = observedClient();

    const error = await caught<InvalidArgumentError>(client.customers.list({ limit }));

    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(error.message).toBe(`limit must be a finite number; got ${limit}.`);
    expect(requests).toEqual([]);
  },
);
