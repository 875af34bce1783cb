import { createConnection } from 'node:net';
import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';
import { alice } from '../sandbox/observed-sandbox.js';
import { stateFile } from './state-file.js';

/** What may come over a socket that is no request, or only a part of one. */
const garbage = [
  Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00]),
  Buffer.from('GET / HTTP/9.9\r\n\r\n'),
  Buffer.from('POST /v0.9/customers HTTP/1.1\r\ncontent-length: 100\r\n\r\n{"type"'),
  Buffer.from('\0\0\0\0\r\n\r\n'),
  Buffer.alloc(100_000, 'x'),
];

/** Sends bytes and hangs up in the middle of whatever comes back. */
function throwAt(url: string, bytes: Buffer): Promise<void> {
  const { port } = new URL(url);
  return new Promise((resolve) => {
    const socket = createConnection(Number(port), '127.0.0.1', () => {
      socket.write(bytes, () => setTimeout(() => socket.destroy(), 10));
    });
    socket.on('error', () => undefined).on('close', () => resolve());
  });
}

test('a hundred clients, bodies too large and garbage on the socket at once lose nobody a customer', async () => {
  await using server = await startMockServer({ mode: 'sandbox', state: stateFile() });
  const json = { 'content-type': 'application/json' };
  const post = async (path: string, body: string, headers: Record<string, string>) => {
    const response = await fetch(server.url + path, {
      method: 'POST',
      headers: { ...json, ...headers },
      body,
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const credentials = JSON.stringify({ apiKey: 'sk_sdbx_example', apiSecret: 'example' });
  const authorization = `Bearer ${(await post('/auth/token', credentials, {})).body['accessToken']}`;

  const creates = Array.from({ length: 100 }, async (_, client) => {
    const replies = [];
    for (let index = 0; index < 3; index += 1) {
      const headers = { authorization, 'idempotency-key': `${client}-${index}` };
      replies.push(await post('/customers', JSON.stringify(alice), headers));
    }
    return replies;
  });
  const tooLarge = Array.from({ length: 5 }, () =>
    post('/customers', `"${'x'.repeat(2 << 20)}"`, { authorization, 'idempotency-key': 'large' }),
  );
  const thrown = Array.from({ length: 50 }, (_, index) =>
    throwAt(server.url, garbage[index % 5] ?? Buffer.of()),
  );
  const replies = (await Promise.all(creates)).flat();
  await Promise.all(thrown);

  expect(replies.map(({ status }) => status)).toEqual(Array(300).fill(201));
  expect(new Set(replies.map(({ body }) => body['id'])).size).toBe(300);
  expect((await Promise.all(tooLarge)).map(({ status }) => status)).toEqual(Array(5).fill(413));
  expect((await server.fetch(new URL('/__oms/health', server.url))).status).toBe(200);
});
