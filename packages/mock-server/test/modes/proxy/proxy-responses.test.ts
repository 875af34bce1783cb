import { expect, test } from 'vitest';
import { openConnection, requestText, textFrom } from '../../raw-exchange.js';
import { found, json, proxied, soundPage } from './upstream.js';

const headers = { authorization: 'Bearer any' };

test('bytes of the body come back as they were sent', async () => {
  const body = '{  "data":[ ],\n"hasMore" : false }';
  const { proxy } = await proxied(json(200, body));
  const response = await fetch(`${proxy.url}/customers`, { headers });

  expect(await response.text()).toBe(body);
});

test('fields keep their spelling, their order and their repetitions, save those of the connection', async () => {
  const fields = ['X-Request-Id', 'of-upstream', 'Set-Cookie', 'a=1', 'set-cookie', 'b=2, c'];
  const { proxy } = await proxied((_, response) => {
    response.sendDate = false;
    const type = ['Content-Type', 'application/json', 'Content-Length', String(soundPage.length)];
    response.writeHead(200, 'Fine', [...fields, ...type, 'Connection', 'close, X-Drop', 'X-Drop', '1']);
    response.end(soundPage);
  });
  const socket = await openConnection(proxy.url);
  socket.write(requestText('GET /v0.9/customers'));
  const [status, ...lines] = (await textFrom(socket)).split('\r\n\r\n')[0]?.split('\r\n') ?? [];

  expect(status).toBe('HTTP/1.1 200 Fine');
  expect(lines.slice(0, 5)).toEqual([
    'X-Request-Id: of-upstream',
    'Set-Cookie: a=1',
    'set-cookie: b=2, c',
    'Content-Type: application/json',
    `Content-Length: ${soundPage.length}`,
  ]);
  expect(lines.slice(5).map((line) => line.split(':')[0])).toEqual([
    'x-oms-mock-version',
    'x-oms-spec-sha256',
    'x-oms-violations',
    'Connection',
  ]);
});

test('a redirect comes back unfollowed and is checked', async () => {
  const { proxy, seen } = await proxied(json(307, '', { location: 'http://127.0.0.1:9/elsewhere' }));
  const response = await fetch(`${proxy.url}/customers`, { headers, redirect: 'manual' });

  expect([response.status, response.headers.get('location')]).toEqual([307, 'http://127.0.0.1:9/elsewhere']);
  expect(seen).toHaveLength(1);
  expect(found(proxy)).toEqual(['response.status.undeclared status']);
});

test('a 501 stays a 501', async () => {
  const { proxy } = await proxied(json(501, '{}'));
  const response = await fetch(`${proxy.url}/customers`, { headers });

  expect([response.status, await response.text()]).toEqual([501, '{}']);
  expect(proxy.requests).toMatchObject([{ operationId: 'listCustomers', status: 501 }]);
});

test('a drift of the answer is the fault of the server', async () => {
  const { proxy } = await proxied(json(200, '{"data":[{"id":7}],"hasMore":false}'));
  const response = await fetch(`${proxy.url}/customers`, { headers });

  expect(response.status).toBe(200);
  expect(found(proxy)).toContain('response.body.type body.data.0.id');
  expect(new Set(proxy.violations.map(({ blame }) => blame))).toEqual(new Set(['server']));
});

test('a drift of the answer is answered with 500 when the proxy is strict', async () => {
  const { proxy } = await proxied(json(200, '{"data":7}'), { strict: true });

  expect((await fetch(`${proxy.url}/customers`, { headers })).status).toBe(500);
});

test('HEAD has the length of the body and no body', async () => {
  const { proxy, seen } = await proxied((_, response) =>
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '12345' }).end(),
  );
  const response = await fetch(`${proxy.url}/customers`, { method: 'HEAD', headers });

  expect([response.status, response.headers.get('content-length')]).toEqual([200, '12345']);
  expect([await response.text(), seen[0]?.method]).toEqual(['', 'HEAD']);
});

test.each([204, 304])('%i has no body and no length', async (status) => {
  const { proxy } = await proxied((_, response) => response.writeHead(status).end());
  const socket = await openConnection(proxy.url);
  socket.write(requestText('DELETE /v0.9/webhooks/whk_1'));
  const text = await textFrom(socket);

  expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(text.endsWith('\r\n\r\n')).toBe(true);
  expect(text).not.toMatch(/content-length|transfer-encoding/i);
});

test('in process an answer is the same as over the socket', async () => {
  const { proxy } = await proxied(json(200, soundPage, { 'x-of': 'upstream' }), { listen: false });
  const response = await proxy.fetch(`${proxy.url}/customers`, { headers });

  expect([await response.text(), response.headers.get('x-of')]).toEqual([soundPage, 'upstream']);
});

test('a strict proxy responds to the preflight requests of this machine itself', async () => {
  const { proxy, seen } = await proxied(json(500, ''), { strict: true });
  const question = { origin: 'http://localhost:5173', 'access-control-request-method': 'POST' };
  const response = await fetch(`${proxy.url}/customers`, { method: 'OPTIONS', headers: question });

  expect(response.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
  expect(seen).toHaveLength(0);
});

test('a response keeps the x-request-id of the upstream, and gets none of the proxy', async () => {
  const { proxy } = await proxied((request, response) => {
    const ofUpstream = { 'x-request-id': 'req_of_upstream' };
    json(200, soundPage, request.url?.includes('limit') ? ofUpstream : {})(request, response);
  });
  const ids: (string | null)[] = [];
  for (const query of ['?limit=1', ''])
    ids.push((await fetch(`${proxy.url}/customers${query}`, { headers })).headers.get('x-request-id'));

  expect(ids).toEqual(['req_of_upstream', null]);
});

test('what a browser asks before a request is for the upstream to answer', async () => {
  const { proxy, seen } = await proxied((_, response) => {
    response.writeHead(204, { 'access-control-allow-origin': 'https://app.example.com' }).end();
  });
  const question = { origin: 'http://localhost:5173', 'access-control-request-method': 'POST' };
  const response = await fetch(`${proxy.url}/customers`, { method: 'OPTIONS', headers: question });

  expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
  expect(seen).toHaveLength(1);
});
