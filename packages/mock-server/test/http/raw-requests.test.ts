import { startMockServer } from '@oms-sdk/mock-server';
import { afterAll, expect, test } from 'vitest';
import { rawExchange, requestText } from '../raw-exchange.js';

const server = await startMockServer({ mode: 'mock' });
afterAll(() => server.close());
const send = (line: string, headers?: Record<string, string>, body?: string) => {
  return rawExchange(server.url, requestText(line, headers, body));
};

test.each([
  ['a bad escape', 'GET /v0.9/customers/%', 400],
  ['an escape that is not UTF-8', 'GET /v0.9/customers/%ff', 400],
  ['a parent segment', 'GET /v0.9/customers/../wallets/w', 400],
  ['an encoded parent segment', 'GET /v0.9/customers/%2e%2E/wallets', 400],
  ['a segment of one dot', 'GET /v0.9/customers/.', 400],
  ['a fragment', 'GET /v0.9/customers#x', 400],
  ['no slash', 'GET customers', 400],
  ['an asterisk', 'OPTIONS *', 400],
  ['an empty id', 'GET /v0.9/customers//wallets', 404],
  ['HEAD', 'HEAD /v0.9/customers', 405],
  ['OPTIONS', 'OPTIONS /v0.9/customers', 405],
  ['TRACE', 'TRACE /v0.9/customers', 405],
  ['a tab in the path', 'GET /v0.9/cust\tomers', 400],
  ['a byte that is not ASCII', 'GET /v0.9/custömers', 400],
  ['an absolute URL', 'GET http://localhost:1/v0.9/customers', 200],
  ['an absolute URL in capitals', 'GET HTTP://LOCALHOST:80/v0.9/customers', 200],
  ['an absolute URL without a path', 'GET http://localhost', 400],
  ['an encoded slash in an id', 'GET /v0.9/customers/a%2Fb', 200],
  ['a URL of 9,000 characters', `GET /v0.9/customers/${'x'.repeat(9000)}`, 414],
  ['a URL of 90,000 characters', `GET /v0.9/customers/${'x'.repeat(90_000)}`, 431],
  ['a method HTTP does not know', 'JANE /v0.9/customers', 400],
  ['CONNECT', 'CONNECT other.example:443', 405],
  ['a request line that is none', 'what is this', 400],
])('answers %s', async (_, line, status) => {
  const answer = await send(line);

  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  if (status >= 400 && !line.startsWith('HEAD'))
    expect(answer).toMatch(/\r\n\r\n\{"code":"[a-z_]+","message":".+","requestId":"req_/);
});

test.each([
  ['a malformed Accept', { accept: 'foo' }, 200],
  ['a malformed Content-Type', { 'content-type': '/;;=' }, 200],
  ['a header value that is not ASCII', { 'x-name': 'Łódź' }, 200],
  ['a header called __proto__', { __proto__x: '1', ['__proto__']: 'x' }, 200],
  ['two lengths', { 'content-length': '1\r\ncontent-length: 2' }, 400],
  ['a length that is no number', { 'content-length': 'x' }, 400],
  ['headers of 20 KB', { 'x-long': 'x'.repeat(20_000) }, 431],
  ['a wish for another protocol', { connection: 'upgrade', upgrade: 'h2c' }, 200],
])('answers a GET with %s', async (_, headers, status) => {
  expect(await send('GET /v0.9/customers', { ...headers, connection: 'close' })).toMatch(
    new RegExp(`^HTTP/1\\.1 ${status} `),
  );
});

test.each([
  ['HTTP/1.1 without a Host', 'GET /v0.9/customers HTTP/1.1\r\n', 400],
  ['two Hosts', 'GET /v0.9/customers HTTP/1.1\r\nhost: a\r\nHost: b\r\n', 400],
  ['HTTP/1.0 without a Host', 'GET /v0.9/customers HTTP/1.0\r\n', 200],
])('answers %s', async (_, head, status) => {
  const answer = await rawExchange(server.url, `${head}authorization: Bearer any\r\n\r\n`);

  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  if (status === 400)
    expect(answer).toContain('"message":"An HTTP/1.1 request has one Host header.","requestId":"req_');
});

test('closes the connection of a request without a Host, in the error shape', async () => {
  const two = 'POST /v0.9/customers HTTP/1.1\r\ncontent-length: 2\r\n\r\n{}GET / HTTP/1.1\r\nhost: a\r\n\r\n';
  const answer = await rawExchange(server.url, two);

  expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400']);
  expect(answer).toMatch(/\r\nconnection: close\r\n/i);
});

test('answers 400 to repeated credentials instead of choosing one', async () => {
  const answer = await send(
    'POST /v0.9/customers',
    { 'content-type': 'application/json\r\ncontent-type: text/plain', 'content-length': '2' },
    '{}',
  );

  expect(answer).toMatch(/^HTTP\/1\.1 415 /);
});

test('is still there after all that', async () => {
  expect((await fetch(new URL('/__oms/health', server.url))).status).toBe(200);
});
