import { type Customer, NotFoundError, OmsClient } from '@oms-sdk/client';
import { openapiFetch } from '@oms-sdk/client/openapi-fetch';
import { fakeCall, fakeClient } from '@oms-sdk/client/testing';
import { expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';

const jane = example<Customer>('customer-jane');
const notFound = new NotFoundError({ status: 404, operation: 'GET /customers/{customerId}' });

test('a method calls its function, with all its arguments', async () => {
  const get = vi.fn(async () => jane);
  const oms = fakeClient({ customers: { get } });

  expect(await oms.customers.get('cst_1', { timeoutMs: 5 })).toBe(jane);
  expect(get.mock.calls).toEqual([['cst_1', { timeoutMs: 5 }]]);
  expect(oms).toBeInstanceOf(OmsClient);
});

test('its result is a call, with response and request id', async () => {
  const oms = fakeClient({ customers: { get: () => jane } });
  const { data, response, requestId, attempts } = await oms.customers.get('cst_1').withResponse();

  expect([data, response.status, response.headers.get('x-request-id'), attempts]).toEqual([
    jane,
    200,
    requestId,
    [],
  ]);
  expect(await (await oms.customers.get('cst_1').asResponse()).json()).toEqual(jane);
});

test('a method without data responds with 204', async () => {
  const oms = fakeClient({ webhookEndpoints: { delete: async () => undefined } });
  const { data, response } = await oms.webhookEndpoints.delete('whe_1').withResponse();

  expect([data, response.status]).toEqual([undefined, 204]);
});

test.each([
  ['returns a promise that rejects', async () => Promise.reject(notFound)],
  [
    'throws',
    () => {
      throw notFound;
    },
  ],
  ['returns a failed call', () => fakeCall(notFound)],
])('a function that %s makes the call reject', async (_, get) => {
  expect(await caught(fakeClient({ customers: { get } }).customers.get('cst_1'))).toBe(notFound);
});

test('a list is iterated with the cursor of each page, beside its other arguments', async () => {
  const first = { data: [jane], hasMore: true, cursor: 'cur_2' };
  const list = vi.fn<OmsClient['customers']['list']>((params) =>
    fakeCall(params?.cursor === 'cur_2' ? { data: [jane], hasMore: false } : first),
  );
  const listed = vi.fn(async (params: { cursor?: string | null | undefined } = {}) =>
    params.cursor === 'cur_2' ? { data: [jane, jane], hasMore: false } : first,
  );
  const oms = fakeClient({ customers: { list: listed } });

  expect(await oms.customers.list({ status: 'active' }).toArray({ limit: 9 })).toEqual([jane, jane, jane]);
  expect(listed.mock.calls).toEqual([[{ status: 'active' }], [{ status: 'active', cursor: 'cur_2' }]]);
  expect((await fakeClient({ customers: { list } }).customers.list()).data).toEqual([jane]);
});

test('the cursor goes to the parameters, after an id', async () => {
  const list = vi.fn(async (_id: string, params: { cursor?: string | null | undefined } = {}) => ({
    data: [],
    hasMore: params.cursor === undefined,
    cursor: 'cur_2',
  }));
  await fakeClient({ wallets: { list } }).wallets.list('cst_1').toArray({ limit: 9 });

  expect(list.mock.calls).toEqual([['cst_1'], ['cst_1', { cursor: 'cur_2' }]]);
});

/** The names of all methods of resources, such as `customers.list`. */
const methodNames = Object.entries(new OmsClient({ token: async () => 'token' })).flatMap(
  ([resource, owner]) => Object.getOwnPropertyNames(owner).map((name) => `${resource}.${name}`),
);

test.each(methodNames)('%s has pages if the real one has', async (fullName) => {
  const [resource = '', name = ''] = fullName.split('.');
  const methodOf = (client: object): (() => Promise<object>) =>
    (client as Record<string, Record<string, () => Promise<object>>>)[resource]?.[name] as never;
  const real = methodOf(
    new OmsClient({ token: async () => 'token', fetch: async () => new Response('{}') }),
  )();
  real.catch(() => undefined);
  const fake = methodOf(
    fakeClient({ [resource]: { [name]: async () => ({ data: [], hasMore: false, cursor: null }) } }),
  )();

  expect('pages' in fake).toBe('pages' in real);
});

test('a method without a function throws and names itself', () => {
  const oms = fakeClient({ customers: { get: async () => jane } });

  expect(() => oms.customers.list()).toThrow(
    'customers.list was called, but fakeClient has no function for it.',
  );
  expect(() => oms.request('GET', '/anything')).toThrow('request was called');
  expect(() => oms.customers.waitForEndorsement('cst_1', 'basic')).toThrow('customers.waitForEndorsement');
});

test.each([
  [{ customers: { gett: () => jane } }, 'customers.gett is not an option; did you mean customers.get?'],
  [{ custmers: { get: () => jane } }, 'custmers.get is not an option; did you mean customers.get?'],
  [{ customers: { get: jane } }, 'customers.get must be a function; got object.'],
  [{ customers: 'jane' }, 'customers must be an object of methods; got a string of 4 characters.'],
  [{ customers: { withOptions: () => jane } }, 'customers.withOptions is not an option'],
])('refuses %j', (resources, message) => {
  // @ts-expect-error on purpose
  expect(() => fakeClient(resources)).toThrow(message);
});

test('withOptions returns the same client, and its methods', async () => {
  const oms = fakeClient({ customers: { get: async () => jane }, request: async () => [1] });
  const { get } = oms.withOptions({ maxRetries: 0 }).customers;

  expect(await get('cst_1')).toBe(jane);
  expect(await oms.request('GET', '/anything')).toEqual([1]);
});

test('what builds on the connection learns that there is none', async () => {
  const error = await caught(openapiFetch(fakeClient()).GET('/customers'));

  expect(error).toMatchObject({ message: expect.stringContaining('fakeClient sends nothing') });
});

test('a test runner can spy on its methods', async () => {
  const oms = fakeClient();
  vi.spyOn(oms.customers, 'get').mockReturnValue(fakeCall(jane));

  expect(await oms.customers.get('cst_1')).toBe(jane);
});

test('a faked method works where the runtime has no Response and no Headers', async () => {
  vi.stubGlobal('Response', undefined);
  vi.stubGlobal('Headers', undefined);
  const oms = fakeClient({ customers: { get: () => jane, list: () => fakeCall(notFound) } });

  expect(await oms.customers.get('cst_1')).toBe(jane);
  expect(await caught(oms.customers.list())).toBe(notFound);
  vi.unstubAllGlobals();
});
