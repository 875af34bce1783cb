import { InvalidArgumentError, NotFoundError, type OmsClient } from '@oms-sdk/client';
import { openapiFetch } from '@oms-sdk/client/openapi-fetch';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

const path = '/customers/{customerId}/transactions';

test('calls an operation the spec has not, with the token and a key', async () => {
  const { client, requests } = observedClient(() => json({ id: 'tx_1' }));
  const params = { path: { customerId: 'cst_1' }, query: { limit: 5 } };

  expect(await client.request<{ id: string }>('POST', path, { params, body: { amount: '1.00' } })).toEqual({
    id: 'tx_1',
  });
  expect(requests[0]).toMatchObject({
    method: 'POST',
    path: '/customers/cst_1/transactions?limit=5',
    body: { amount: '1.00' },
    headers: { authorization: expect.stringMatching(/^Bearer /), 'idempotency-key': expect.any(String) },
  });
});

test('rejects as every call does, naming the template', async () => {
  const { client } = observedClient(() => json({ code: 'not_found' }, 404));

  const error = await caught<NotFoundError>(
    client.request('GET', path, { params: { path: { customerId: 'cst_1' } } }),
  );

  expect(error).toBeInstanceOf(NotFoundError);
  expect(error.message).toBe(`404 not_found: GET ${path}`);
});

test.each(['get', 'G', '', 'GET /', 'GÉT', 'CONNECTION', 'CONNECT', 'TRACE', 'TRACK', undefined])(
  'refuses the method %j',
  async (method) => {
    const { client, requests } = observedClient();

    const error = await caught<InvalidArgumentError>(client.request(method as string, '/things'));

    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(error.argument).toBe('method');
    expect(requests).toEqual([]);
  },
);

test.each([null, undefined, '', 0, false, {}])(
  'sends no token to the host of a path when the path parameters are %j',
  async (parameters) => {
    const { client, requests } = observedClient();
    const init = { params: { path: parameters as object } };

    const error = await caught<InvalidArgumentError>(client.request('GET', 'https://evil.example/', init));

    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(error.argument).toBe('path');
    expect(requests).toEqual([]);
  },
);

test('takes null for no path parameters', async () => {
  const { client, requests } = observedClient();

  await client.request('GET', '/things', { params: { path: null as never } });

  expect(requests[0]?.url).toMatch(/^https:.*\/things$/);
});

test.each([
  [['/things']],
  [Symbol('/things')],
  [new String('/things')],
  [{ toString: (): string => '/things' }],
])('refuses a path that is no text, such as %o', async (bad) => {
  const { client } = observedClient();

  const error = await caught<InvalidArgumentError>(client.request('GET', bad as unknown as string));

  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect(error.argument).toBe('path');
});

test.each<[string, (client: OmsClient, init: object) => Promise<unknown>]>([
  ['request', (client, init) => client.request('GET', '/things', init)],
  ['openapiFetch', (client, init) => openapiFetch(client).GET('/customers', init as Record<string, unknown>)],
  ['waitForEndorsement', (client, init) => client.customers.waitForEndorsement('cst_1', 'usd', init)],
])('%s rejects, and does not throw, when its options throw', async (_, call) => {
  const { client } = observedClient();
  const mine = new Error('mine');
  const throwing = () => {
    throw mine;
  };
  const options = new Proxy({}, { get: throwing, ownKeys: throwing });

  const promise = call(client, options);

  expect(await caught(promise)).toBe(mine);
});

test.each(['things', '', '/', '//evil.example', '/../auth', '/things?all=1', '/things#x', '@evil.example'])(
  'refuses the path %j',
  async (bad) => {
    const { client, requests } = observedClient();

    const error = await caught<InvalidArgumentError>(client.request('GET', bad));

    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(error.argument).toBe('path');
    expect(requests).toEqual([]);
  },
);

test.each([[[{ id: 1 }]], [[]], ['text'], [true], [0], [null]])(
  'returns any JSON of an operation that the spec does not have, here %j',
  async (body) => {
    const { client } = observedClient(() => json(body));

    expect(await client.request('GET', '/banks')).toEqual(body);
    expect(await (await client.request('GET', '/banks').asResponse()).json()).toEqual(body);
  },
);

test('returns an object only of an operation of the spec', async () => {
  const { client } = observedClient(() => json([{ id: 1 }]));

  expect(await caught(client.request('GET', '/customers'))).toMatchObject({ reason: 'not-an-object' });
});

test('removes what must not come back from a list too', async () => {
  const { client } = observedClient(() => json([{ id: 1, birthDate: '1990-05-15' }]));

  expect(await client.request('GET', '/people')).toEqual([{ id: 1 }]);
});
