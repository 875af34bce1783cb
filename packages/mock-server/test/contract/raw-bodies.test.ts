import { startMockServer } from '@oms-sdk/mock-server';
import { afterAll, expect, test } from 'vitest';
import { openConnection, rawExchange, requestText, textFrom } from '../raw-exchange.js';

const server = await startMockServer({ mode: 'mock' });
afterAll(() => server.close());
const json = { 'content-type': 'application/json', 'idempotency-key': 'k' };
const chunked = { ...json, 'transfer-encoding': 'chunked' };
const create = 'POST /v0.9/customers';

test('reads a body in chunks that cut characters in two', async () => {
  const text = new TextEncoder().encode('{"type":"individual","firstName":"Łódź"}');
  const [one, other] = [text.subarray(0, 35), text.subarray(35)];
  const chunk = (part: Uint8Array) =>
    Buffer.concat([Buffer.from(`${part.byteLength.toString(16)}\r\n`), part, Buffer.from('\r\n')]);

  const answer = await rawExchange(
    server.url,
    requestText(create, chunked),
    chunk(one),
    chunk(other),
    '0\r\n\r\n',
  );

  expect(answer).toMatch(/^HTTP\/1\.1 201 /);
});

test('answers 400 to a chunk of a length that is no number', async () => {
  expect(await rawExchange(server.url, requestText(create, chunked), 'zz\r\n{}\r\n')).toMatch(
    /^HTTP\/1\.1 400 /,
  );
});

test('answers 413 to chunks whose extensions are too large', async () => {
  const extensions = `2;${'x'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`;
  const answer = await rawExchange(server.url, requestText(create, chunked), extensions);

  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toContain('"code":"payload_too_large"');
});

test('checks a body on GET', async () => {
  const answer = await rawExchange(
    server.url,
    requestText('GET /v0.9/customers', { 'content-length': '2' }, '{}'),
  );

  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(server.violations.at(-1)?.code).toBe('request.body.unexpected');
});

test('answers 413 to a body that never ends, and takes the next request', async () => {
  const socket = await openConnection(server.url);
  const answer = textFrom(socket);
  socket.write(requestText(create, { ...json, 'content-length': '3000000', connection: 'keep-alive' }));
  for (let sent = 0; sent < 30; sent += 1) socket.write('x'.repeat(100_000));
  socket.write(requestText('GET /v0.9/customers'));

  expect((await answer).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200']);
  expect(server.violations.at(-1)).toMatchObject({ code: 'request.body.too-large', path: '/customers' });
});

test('gives leave to send a body to a client that asks for it', async () => {
  const body = '{"type":"individual"}';
  const headers = { ...json, expect: '100-continue', 'content-length': String(body.length) };

  const answer = await rawExchange(server.url, requestText(create, headers), body);

  expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 100', 'HTTP/1.1 201']);
});

test('does not give leave to send a body that is too large', async () => {
  const headers = { ...json, expect: '100-continue', 'content-length': '2000000' };
  const answer = await rawExchange(server.url, requestText(create, headers));

  expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413']);
});

test('answers 417 to an expectation it does not know', async () => {
  expect(await rawExchange(server.url, requestText('GET /v0.9/customers', { expect: 'a miracle' }))).toMatch(
    /^HTTP\/1\.1 417 /,
  );
});

test('survives a client that hangs up in the middle of a body', async () => {
  const before = server.requests.length;
  const socket = await openConnection(server.url);
  socket.write(requestText(create, { ...json, 'content-length': '100' }, '{"type":'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  socket.destroy();

  expect(await rawExchange(server.url, requestText('GET /v0.9/customers'))).toMatch(/^HTTP\/1\.1 200 /);
  expect(server.requests).toHaveLength(before + 1);
});

test('survives a client that does not wait for the answer', async () => {
  const socket = await openConnection(server.url);
  socket.write(requestText('GET /v0.9/customers'));
  socket.destroy();

  expect(await rawExchange(server.url, requestText('GET /v0.9/customers'))).toMatch(/^HTTP\/1\.1 200 /);
});

test('answers pipelined requests in their order', async () => {
  const first = requestText('GET /v0.9/customers', { connection: 'keep-alive' });
  const answer = await rawExchange(server.url, first + requestText('GET /v0.9/nowhere'));

  expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 404']);
});
