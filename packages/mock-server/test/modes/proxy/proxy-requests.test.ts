import { expect, test } from 'vitest';
import { openConnection, requestText, textFrom } from '../../raw-exchange.js';
import { found, json, proxied, soundPage } from './upstream.js';

const headers = { authorization: 'Bearer any' };
const answer = json(200, soundPage);

test.each([
  ['/v0.9', '/v0.9/customers?limit=5'],
  ['/api/oms/', '/api/oms/customers?limit=5'],
  ['/', '/customers?limit=5'],
  ['', '/v0.9/customers?limit=5'],
])('an upstream that ends with "%s" is asked for %s', async (path, url) => {
  const { proxy, seen } = await proxied(answer, { path });
  await fetch(`${proxy.url}/customers?limit=5`, { headers });

  expect(seen.map((request) => request.url)).toEqual([url]);
  expect(found(proxy)).toEqual([]);
});

test('bytes of the body arrive as they were sent', async () => {
  const body =
    '{ "type":"individual",\n\t"firstName" : "J\\u0061ne", "metadata":{"n":12345678901234567890} }';
  const { proxy, seen } = await proxied(json(201, '{}'));
  const json_ = { 'content-type': 'application/json', 'idempotency-key': 'key-1' };
  await fetch(`${proxy.url}/customers`, { method: 'POST', headers: { ...headers, ...json_ }, body });

  expect(String(seen[0]?.body)).toBe(body);
});

test('a chunked body arrives whole', async () => {
  const { proxy, seen } = await proxied(json(201, '{}'));
  const socket = await openConnection(proxy.url);
  const framing = { 'transfer-encoding': 'chunked', 'content-type': 'application/json' };
  socket.write(requestText('POST /v0.9/customers', framing, '5\r\n{"a":\r\n2\r\n1}\r\n0\r\n\r\n'));
  await textFrom(socket);

  expect(String(seen[0]?.body)).toBe('{"a":1}');
});

test('fields keep their spelling, their order and their repetitions, save those of the connection', async () => {
  const { proxy, seen, origin } = await proxied(answer);
  const socket = await openConnection(proxy.url);
  const fields = ['Authorization: Bearer any', 'X-Twice: one', 'x-twice: two', 'X-Drop: 1', 'TE: trailers'];
  const own = ['Host: app.localhost', 'Connection: close, x-drop', 'Keep-Alive: timeout=9'];
  socket.write(`${['GET /v0.9/customers HTTP/1.1', ...fields, ...own].join('\r\n')}\r\n\r\n`);
  await textFrom(socket);

  expect(seen[0]?.rawHeaders).toEqual([
    ...['host', new URL(origin).host],
    ...['Authorization', 'Bearer any', 'X-Twice', 'one', 'x-twice', 'two'],
    ...['x-oms-proxy', expect.stringMatching(/^[0-9a-f]{16}$/)],
    ...['Connection', 'close'],
  ]);
});

test('admin routes are answered here and never passed on', async () => {
  const { proxy, seen } = await proxied(answer);
  const paths = ['/__oms/health', '/v0.9/__oms/requests', '/__oms/nothing'];
  for (const path of paths) await fetch(new URL(path, proxy.url));

  expect(seen).toEqual([]);
});

test.each([
  ['GET', '/v0.9/customers?limt=5', 'request.query.unknown query.limt'],
  ['GET', '/v0.9/nowhere', 'request.route.unknown path'],
  ['GET', '/elsewhere', 'request.route.unknown path'],
  ['PUT', '/v0.9/customers', 'request.method.not-allowed method'],
  ['GET', '/v0.9/customers/%', 'request.url.malformed path'],
  ['GET', '/v0.9/customers/..', 'request.url.dot-segment path'],
])('%s %s breaks the contract, is reported, and passed on all the same', async (method, path, violation) => {
  const { proxy, seen } = await proxied(json(404, '{"code":"not_found","message":"No."}'));
  const socket = await openConnection(proxy.url);
  socket.write(requestText(`${method} ${path}`));
  await textFrom(socket);

  expect(seen.map((request) => [request.method, request.url])).toEqual([[method, path]]);
  expect(found(proxy)).toContain(violation);
  expect(proxy.violations[0]?.blame).toBe('client');
});

test('what breaks the contract is kept from the upstream when the proxy is strict', async () => {
  const { proxy, seen } = await proxied(answer, { strict: true });
  const response = await fetch(`${proxy.url}/customers?limt=5`, { headers });

  expect([response.status, seen]).toEqual([400, []]);
});

test('a body above what the contract allows is reported and passed on', async () => {
  const { proxy, seen } = await proxied(json(413, '{"code":"payload_too_large","message":"No."}'));
  const body = JSON.stringify({ type: 'individual', externalId: 'x'.repeat(2_000_000) });
  const init = { method: 'POST', body, headers: { ...headers, 'content-type': 'application/json' } };
  const response = await fetch(`${proxy.url}/customers`, init);

  expect([response.status, seen[0]?.body.length]).toEqual([413, body.length]);
  expect(found(proxy)).toContain('request.body.too-large body');
});

test('a body above 16 MB is refused by the proxy itself', async () => {
  const { proxy, seen } = await proxied(answer);
  const body = new Uint8Array(16 * 1_048_576 + 1);
  const response = await fetch(`${proxy.url}/customers`, { method: 'POST', body, headers });

  expect([response.status, seen]).toEqual([413, []]);
});
