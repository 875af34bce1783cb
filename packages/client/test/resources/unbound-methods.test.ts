import { OmsClient } from '@oms-sdk/client';
import { openapiFetch } from '@oms-sdk/client/openapi-fetch';
import { expect, test } from 'vitest';
import { observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

const reply = ({ path }: { path: string }) => json({ id: path });

/** What Vue, dependency containers and tracing wrappers make of an object. */
function deepProxy<T extends object>(object: T): T {
  return new Proxy(object, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      return typeof value === 'object' && value !== null ? deepProxy(value) : value;
    },
  });
}

test.each<[string, (client: OmsClient) => OmsClient]>([
  ['a proxy of the client', (client) => new Proxy(client, {})],
  ['a proxy of the client and all it contains', deepProxy],
  ['an object that inherits from the client', Object.create],
])('calls work on %s', async (_case, wrap) => {
  const { client } = observedClient(reply);
  const wrapped = wrap(client);

  expect(await wrapped.customers.get('cst_1')).toEqual({ id: '/customers/cst_1' });
  expect(await wrapped.request('GET', '/quotes')).toEqual({ id: '/quotes' });
  expect(await wrapped.withOptions({ maxRetries: 1 }).wallets.get('wlt_1')).toEqual({ id: '/wallets/wlt_1' });
  expect(await openapiFetch(wrapped).GET('/wallets/{id}', { params: { path: { id: 'a' } } })).toMatchObject({
    data: { id: '/wallets/a' },
  });
});

test('every method works without its object', async () => {
  const { client } = observedClient(reply);
  const { get } = client.customers;
  const { request, withOptions } = client;

  expect(await get('cst_1')).toEqual({ id: '/customers/cst_1' });
  expect(await request('GET', '/quotes')).toEqual({ id: '/quotes' });
  expect(await withOptions({}).customers.get('cst_2')).toEqual({ id: '/customers/cst_2' });
  const { auth, customers, wallets, webhookEndpoints, externalAccounts } = client;
  for (const resource of [auth, customers, wallets, webhookEndpoints, externalAccounts]) {
    const names = Object.getOwnPropertyNames(Object.getPrototypeOf(resource));
    expect(names.filter((name) => !Object.hasOwn(resource, name))).toEqual(['constructor']);
  }
});

test('a method can be passed to map, which adds an index and the list', async () => {
  const { client } = observedClient(reply);
  const get = client.customers.get as unknown as (id: string, index: number) => PromiseLike<unknown>;

  expect(await Promise.all(['cst_1', 'cst_2'].map(get))).toEqual([
    { id: '/customers/cst_1' },
    { id: '/customers/cst_2' },
  ]);
});

test('a subclass keeps the methods it overrides, and can call those of the client', async () => {
  class Traced extends OmsClient {
    readonly traced: string[] = [];

    override request<T>(...args: Parameters<OmsClient['request']>) {
      this.traced.push(args[1]);
      return super.request<T>(...args);
    }
  }
  const client = new Traced({ token: async () => 'token', fetch: async () => json({ id: 1 }) });

  expect(await client.request('GET', '/quotes')).toEqual({ id: 1 });
  expect(client.traced).toEqual(['/quotes']);
});

test('a client shows its resources only, whatever is bound', () => {
  const { client } = observedClient(reply);

  expect(Object.keys(client)).toEqual([
    'auth',
    'customers',
    'wallets',
    'webhookEndpoints',
    'externalAccounts',
  ]);
  expect(Object.keys(client.customers)).toEqual([]);
});
