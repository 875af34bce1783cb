import { InvalidArgumentError, type OmsClient } from '@oms-sdk/client';
import { openapiFetch } from '@oms-sdk/client/openapi-fetch';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';

/** Every method that puts an id into a path. */
const callsWithId: Record<string, (client: OmsClient, id: string) => PromiseLike<unknown>> = {
  'customers.get': (client, id) => client.customers.get(id),
  'customers.update': (client, id) => client.customers.update(id, {}),
  'customers.delete': (client, id) => client.customers.delete(id),
  'wallets.create': (client, id) => client.wallets.create(id, { asset: 'usdc', chain: 'polygon' }),
  'wallets.list': (client, id) => client.wallets.list(id),
  'wallets.get': (client, id) => client.wallets.get(id),
  'wallets.getBalance': (client, id) => client.wallets.getBalance(id),
  'webhookEndpoints.get': (client, id) => client.webhookEndpoints.get(id),
  'webhookEndpoints.update': (client, id) => client.webhookEndpoints.update(id, {}),
  'webhookEndpoints.delete': (client, id) => client.webhookEndpoints.delete(id),
  'GET of openapiFetch': (client, customerId) =>
    openapiFetch(client).GET('/customers/{customerId}', { params: { path: { customerId } } }),
};

const dots = ['.', '%2e', '%2E'];
const refusedStrings = [
  '',
  ...dots,
  ...dots.flatMap((first) => dots.map((second) => first + second)),
  '\ud800',
  'a\udc00',
];
const refusedValues = [
  undefined,
  null,
  0,
  42,
  true,
  {},
  [],
  ['cst_1'],
  Symbol('id'),
  () => 'cst_1',
  new String('cst_1'),
];

test.each(Object.entries(callsWithId))(
  '%s refuses an id that means another path and sends nothing',
  async (_, call) => {
    const { client, requests, exchanges } = observedClient();

    for (const id of [...refusedStrings, ...refusedValues]) {
      expect(await caught(call(client, id as string))).toBeInstanceOf(InvalidArgumentError);
    }

    expect([...requests, ...exchanges]).toEqual([]);
  },
);

test.each([
  ['undefined', undefined, 'customerId must be a string; got undefined.'],
  ['null', null, 'customerId must be a string; got null.'],
  ['a number', 42, 'customerId must be a string; got number.'],
  ['an empty string', '', 'customerId must not be empty.'],
  ['a dot segment', '..', 'customerId must be an id; got a relative path segment.'],
  [
    'half a surrogate pair',
    '\ud800',
    'customerId must be well-formed Unicode; it contains half a surrogate pair.',
  ],
])('names the parameter and the shape of %s', async (_, id, message) => {
  const { client } = observedClient();

  const error = await caught<InvalidArgumentError>(client.customers.get(id as string));

  expect(error.argument).toBe('customerId');
  expect(error.message).toBe(message);
});

test.each([
  ['a slash', '../wallets', '..%2Fwallets'],
  ['a backslash', '..\\wallets', '..%5Cwallets'],
  ['a query', 'cst_1?status=active', 'cst_1%3Fstatus%3Dactive'],
  ['a fragment', 'cst_1#', 'cst_1%23'],
  ['a matrix parameter', 'cst_1;a=1', 'cst_1%3Ba%3D1'],
  ['a dot segment encoded twice', '%252e', '%25252e'],
  ['three dots', '...', '...'],
  ['line breaks', 'cst\r\n1', 'cst%0D%0A1'],
  ['a NUL and a tab', '..\0\t', '..%00%09'],
  ['a space', ' ', '%20'],
  ['a template of its own', '{id}', '%7Bid%7D'],
  ['a pattern of String.replace', '$&', '%24%26'],
  ['characters outside ASCII', 'żółw\u{1f422}', '%C5%BC%C3%B3%C5%82w%F0%9F%90%A2'],
])('keeps an id with %s in one segment', async (_, id, segment) => {
  const { client, requests } = observedClient();

  await client.customers.get(id);

  expect(requests[0]?.path).toBe(`/customers/${segment}`);
});

test.each([
  '.evil.example/customers',
  '@evil.example/',
  '//evil.example',
  '/../v1/customers',
  '/%2e%2e/v1',
  '/customers?status=active',
  '/customers#',
  '/customers/',
  '/customers/{}',
  '/customers/a b',
  '',
])('refuses the path %j, which no spec has', async (path) => {
  const { client, requests, exchanges } = observedClient(undefined, { baseUrl: 'https://host.example' });

  const error = await caught<InvalidArgumentError>(openapiFetch(client).GET(path as '/customers'));

  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect(error.argument).toBe('path');
  expect([...requests, ...exchanges]).toEqual([]);
});
