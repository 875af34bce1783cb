import { startMockServer } from '@oms-sdk/mock-server';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openConnection, rawExchange, requestText } from '../raw-exchange.js';

const server = await startMockServer({ mode: 'mock' });
beforeEach(() => server.reset());
afterAll(() => server.close());

const list = requestText('GET /v0.9/customers');
const split = (text: string) => {
  const [head = '', body = ''] = text.split('\r\n\r\n');
  return { head, body, length: Number(/content-length: (\d+)/i.exec(head)?.[1]) };
};

/**
 * How the connection ends after one request: the code of its error and what came before. Bytes and a reset that are read at
 * once look like a plain end to libuv, so after bytes there may be no code.
 */
async function endAfter(request: string): Promise<{ code: string | undefined; text: string }> {
  const socket = await openConnection(server.url);
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  const code = new Promise<string | undefined>((resolve) => {
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    socket.on('close', () => resolve(undefined));
  });
  socket.write(request);
  return { code: await code, text: Buffer.concat(parts).toString() };
}

test.each(['reset-before', 'reset-after'])('%s resets the connection before any byte', async (kind) => {
  server.faults.add(kind);

  expect(await endAfter(list)).toEqual({ code: 'ECONNRESET', text: '' });
});

test('a reset in the body comes after the head and half of the body', async () => {
  server.faults.add('reset-in-body');

  const { text } = await endAfter(list);
  const { head, body, length } = split(text);

  expect(head).toMatch(/^HTTP\/1.1 200 /);
  expect(body).toHaveLength(Math.floor(length / 2));
});

test('a reset in the body can come right behind the head', async () => {
  server.faults.add('reset-in-body=0');

  const { text } = await endAfter(list);

  expect(split(text)).toMatchObject({ head: expect.stringMatching(/^HTTP\/1.1 200 /), body: '' });
});

test('a stalled body begins, and its connection stays open', async () => {
  server.faults.add('stalled-body=10');
  const caller = new AbortController();
  const init = { headers: { authorization: 'Bearer any' }, signal: caller.signal };
  const response = await fetch(`${server.url}/customers`, init);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();

  expect((await reader.read()).value).toHaveLength(10);
  const reading = reader.read();
  caller.abort(new Error('enough'));

  await expect(reading).rejects.toThrow('enough');
});

test('truncated JSON has the length it claims', async () => {
  server.faults.add('truncated-json');

  const { body, length } = split(await rawExchange(server.url, list));

  expect(body).toHaveLength(length);
  expect(() => JSON.parse(body)).toThrow(SyntaxError);
});

test('a connection is used again after an answer that a fault put in place', async () => {
  server.faults.add('status=503; first=1');
  const kept = list.replace('connection: close\r\n', '');

  const answers = await rawExchange(server.url, kept, list);

  expect(answers.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 503', 'HTTP/1.1 200']);
});

test('the fetch of the runtime fails as it does when a server dies', async () => {
  server.faults.add('reset-before');

  await expect(fetch(`${server.url}/customers`)).rejects.toThrow('fetch failed');
});

test('a server with a stalled answer can be closed', async () => {
  const own = await startMockServer({ mode: 'mock', faults: ['stalled-body'] });
  const response = await fetch(`${own.url}/customers`, { headers: { authorization: 'Bearer any' } });

  await own.close();

  await expect(response.text()).rejects.toThrow('terminated');
});
