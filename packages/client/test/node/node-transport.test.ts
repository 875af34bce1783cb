import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { ConnectionError, OmsClient, ResponseError } from '@oms-sdk/client';
import { type NodeFetchOptions, nodeFetch } from '@oms-sdk/client/node';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { loopbackServer, respondWith } from '../harness/loopback-server.js';

function clientOf(baseUrl: string, options: NodeFetchOptions = {}) {
  const fetch = nodeFetch(options);
  return new OmsClient({ token: async () => 'token', baseUrl, fetch, maxRetries: 0 });
}

test('sends method, path, headers and body', async () => {
  const bodies: string[] = [];
  const { url, requests } = await loopbackServer(async (request, response) => {
    bodies.push(Buffer.concat(await request.toArray()).toString());
    respondWith(response, { id: 'cst_1' }, 201);
  });

  const { data, response } = await clientOf(url)
    .customers.create({ type: 'individual', firstName: 'Zoë' })
    .withResponse();

  expect(data).toEqual({ id: 'cst_1' });
  expect(response).toMatchObject({ status: 201, ok: true, statusText: 'Created', url: `${url}/customers` });
  expect(response).toMatchObject({ type: 'basic', redirected: false, bodyUsed: true });
  expect(requests[0]).toMatchObject({ method: 'POST', url: '/customers' });
  expect(requests[0]?.headers).toMatchObject({
    authorization: 'Bearer token',
    'content-type': 'application/json',
    'accept-encoding': 'gzip, br',
  });
  expect(bodies).toEqual(['{"type":"individual","firstName":"Zoë"}']);
});

test('sends a header outside ASCII in Latin-1, as fetch does, also beside a body outside ASCII', async () => {
  const { url, requests } = await loopbackServer((_, response) =>
    respondWith(response, { id: 'cst_1' }, 201),
  );
  const customer = { type: 'individual', firstName: 'Zoë' } as const;

  await clientOf(url).customers.create(customer, { headers: { 'x-name': 'Zoë' } });

  expect(requests[0]?.headers).toMatchObject({ 'x-name': 'Zoë' });
});

test.each([
  ['a Headers', new Headers({ 'X-Name': 'a' })],
  ['a list', [['X-Name', 'a']]],
  ['a record in another case', { 'x-name': 'b', 'X-Name': 'a' }],
] satisfies [string, HeadersInit][])(
  'takes headers as %s, as fetch functions around it may pass them',
  async (_, headers) => {
    const { url, requests } = await loopbackServer((_, response) => respondWith(response, {}));

    await (await nodeFetch()(url, { headers })).text();

    expect(requests[0]?.headers).toMatchObject({ 'x-name': 'a' });
  },
);

test.each(['POST', 'PATCH'])('says that a %s without a body has none', async (method) => {
  const { url, requests } = await loopbackServer((_, response) => respondWith(response, {}));

  await clientOf(url).request(method, '/customers');

  expect(requests[0]?.headers).toMatchObject({ 'content-length': '0' });
});

test.each([
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['br', brotliCompressSync],
])('decompresses %s', async (coding, compress) => {
  const { url } = await loopbackServer((_, response) => {
    response.setHeader('content-encoding', coding).setHeader('content-type', 'application/json');
    response.end(compress('{"id":"cst_1"}'));
  });

  expect(await clientOf(url).customers.get('cst_1')).toEqual({ id: 'cst_1' });
});

test('stops a body that grows past the limit when it is decompressed', async () => {
  const { url } = await loopbackServer((_, response) => {
    response.setHeader('content-encoding', 'gzip').setHeader('content-type', 'application/json');
    response.end(gzipSync(Buffer.alloc(20_000_000, ' ')));
  });

  expect(await caught(clientOf(url).customers.get('cst_1'))).toMatchObject({ reason: 'too-large' });
});

test('keeps one connection for consecutive calls', async () => {
  const { url, connections } = await loopbackServer((_, response) => respondWith(response, { id: '1' }));
  const client = clientOf(url);

  for (let call = 0; call < 5; call += 1) await client.customers.get('cst_1');

  expect(connections()).toBe(1);
});

test('opens no more connections than maxSockets', async () => {
  const { url, connections } = await loopbackServer((_, response) => {
    setTimeout(() => respondWith(response, { id: '1' }), 5);
  });
  const client = clientOf(url, { maxSockets: 2 });

  await Promise.all(Array.from({ length: 8 }, async () => client.customers.get('cst_1')));

  expect(connections()).toBe(2);
});

test('takes a response without a body', async () => {
  const { url, connections } = await loopbackServer((_, response) => response.writeHead(204).end());
  const client = clientOf(url);

  expect(await client.webhookEndpoints.delete('whe_1')).toBeUndefined();
  expect(await client.webhookEndpoints.delete('whe_1')).toBeUndefined();
  expect(connections()).toBe(1);
});

test('takes the response to a HEAD, which names a coding and has no body', async () => {
  const { url, connections } = await loopbackServer((_, response) =>
    response.writeHead(200, { 'content-encoding': 'br', 'content-length': '500' }).end(),
  );
  const client = clientOf(url);

  expect(await client.request('HEAD', '/customers')).toBeUndefined();
  expect(await client.request('HEAD', '/customers')).toBeUndefined();
  expect(connections()).toBe(1);
});

test('does not follow a redirect', async () => {
  const { url, requests } = await loopbackServer((_, response) => {
    response.writeHead(307, { location: '/elsewhere' }).end();
  });

  const error = await caught<ResponseError>(clientOf(url).customers.get('cst_1'));

  expect(error).toBeInstanceOf(ResponseError);
  expect(error.reason).toBe('redirect');
  expect(requests).toHaveLength(1);
});

test('joins headers that come twice and returns cookies one by one', async () => {
  const { url } = await loopbackServer((_, response) => {
    response.setHeader('x-twice', ['1', '2']).setHeader('set-cookie', ['a=1', 'b=2']);
    respondWith(response, { id: '1' });
  });

  const { response } = await clientOf(url).customers.get('cst_1').withResponse();

  expect(response.headers.get('X-Twice')).toBe('1, 2');
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(new Headers(response.headers).get('content-type')).toBe('application/json');
});

test('reports a refused connection as not sent', async () => {
  const { url, server } = await loopbackServer(() => undefined);
  await new Promise((resolve) => server.close(resolve));

  const error = await caught<ConnectionError>(clientOf(url).customers.create({ type: 'individual' }));

  expect(error).toBeInstanceOf(ConnectionError);
  expect(error.outcome).toBe('not_sent');
});

test('reports a body that is cut', async () => {
  const { url } = await loopbackServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
    response.write('{"id":', () => response.destroy());
  });

  expect(await caught(clientOf(url).customers.get('cst_1'))).toMatchObject({ reason: 'interrupted' });
});

test('goes through the agent that is passed', async () => {
  const { Agent } = await import('node:http');
  const { url, connections } = await loopbackServer((_, response) => respondWith(response, { id: '1' }));
  const client = clientOf(url, { agent: new Agent({ keepAlive: false }) });

  for (let call = 0; call < 2; call += 1) await client.customers.get('cst_1');

  expect(connections()).toBe(2);
});
