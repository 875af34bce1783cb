import { once } from 'node:events';
import { request as ask } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createServer, type Server } from 'node:net';
import { startMockServer } from '@oms-sdk/mock-server';
import { expect, onTestFinished, test } from 'vitest';
import { found, proxied, startUpstream } from './upstream.js';

const headers = { authorization: 'Bearer any' };

/** A proxy in front of something that is hardly a server. */
async function inFrontOf(behaviour: (socket: Socket) => void) {
  const server: Server = createServer((socket) => behaviour(socket.on('error', () => undefined)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const upstream = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v0.9`;
  const proxy = await startMockServer({ mode: 'proxy', upstream, upstreamTimeoutMs: 100 });
  onTestFinished(async () => {
    await proxy.close();
    server.close();
  });
  return { proxy, server };
}

const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{';

const switched = 'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: other\r\n\r\n';

test.each<[string, number, string, (socket: Socket) => void]>([
  ['hangs up', 502, 'reset', (socket) => socket.once('data', () => socket.destroy())],
  ['resets the connection', 502, 'reset', (socket) => socket.once('data', () => socket.resetAndDestroy())],
  ['hangs up within the body', 502, 'reset', (socket) => socket.once('data', () => socket.end(head))],
  ['does not answer', 504, 'timeout', () => undefined],
  ['stalls within the body', 504, 'timeout', (socket) => socket.once('data', () => socket.write(head))],
  [
    'does not speak HTTP',
    502,
    'unreadable',
    (socket) => socket.once('data', () => socket.end('220 mail\r\n')),
  ],
  [
    'gives a status that HTTP does not have',
    502,
    'unreadable',
    (socket) => socket.once('data', () => socket.end('HTTP/1.1 999 What\r\nContent-Length: 0\r\n\r\n')),
  ],
  [
    'switches protocols unasked',
    502,
    'unreadable',
    (socket) => socket.once('data', () => socket.write(switched)),
  ],
])(
  'an upstream that %s is answered with %i, and the spec is not blamed',
  async (_, status, failure, behave) => {
    const { proxy } = await inFrontOf(behave);
    const response = await fetch(`${proxy.url}/customers`, { headers });

    expect([response.status, response.headers.get('x-oms-upstream-failure')]).toEqual([status, failure]);
    expect(await response.json()).toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/^The upstream /),
    });
    expect(found(proxy)).toEqual([]);
    expect(proxy.requests).toMatchObject([{ status, upstreamFailure: failure }]);
  },
);

test.each([
  ['600 What', 'status 600'],
  ['999 What', 'status 999'],
  ['200 O\u0001K', 'control characters behind the status'],
])('in process, an upstream that says %j is answered with 502', async (line, flaw) => {
  const { proxy } = await inFrontOf((socket) =>
    socket.once('data', () => socket.end(`HTTP/1.1 ${line}\r\nContent-Length: 0\r\n\r\n`)),
  );
  const response = await proxy.fetch(`${proxy.url}/customers`, { headers });

  expect(await response.json()).toMatchObject({
    message: `The upstream does not speak HTTP (${flaw}).`,
  });
  expect(response.status).toBe(502);
  expect(proxy.requests).toMatchObject([{ status: 502, upstreamFailure: 'unreadable' }]);
});

test('an upstream that is down is answered with 502', async () => {
  const { proxy, server } = await inFrontOf(() => undefined);
  server.close();
  const response = await fetch(`${proxy.url}/customers`, { headers });

  expect(await response.json()).toMatchObject({ message: 'The upstream cannot be reached (ECONNREFUSED).' });
  expect(response.status).toBe(502);
});

test('the call to the upstream ends when the client leaves', async () => {
  let connected: (socket: Socket) => void;
  const connection = new Promise<Socket>((resolve) => {
    connected = resolve;
  });
  const { proxy } = await inFrontOf((socket) => socket.once('data', () => connected(socket)));
  const leaving = new AbortController();
  const asking = fetch(`${proxy.url}/customers`, { headers, signal: leaving.signal }).catch(() => 'left');
  const socket = await connection;
  const closed = once(socket, 'close');
  leaving.abort();

  expect(await asking).toBe('left');
  await closed;
  expect(proxy.requests).toMatchObject([{ status: 0 }]);
});

test('the call to the upstream ends when a client in process leaves', async () => {
  const leaving = new AbortController();
  const { proxy } = await proxied((request) => {
    leaving.abort();
    closed = once(request.socket, 'close');
  });
  let closed: Promise<unknown> = Promise.resolve();

  await expect(proxy.fetch(`${proxy.url}/customers`, { headers, signal: leaving.signal })).rejects.toThrow();
  await closed;
});

test('what the upstream says of a body it will not read reaches the client', async () => {
  const { proxy } = await inFrontOf((socket) =>
    socket.once('data', () =>
      socket.end('HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'),
    ),
  );
  const init = { method: 'POST', body: '{}', headers: { ...headers, 'content-type': 'application/json' } };

  expect((await fetch(`${proxy.url}/customers`, init)).status).toBe(413);
});

test('proxies that lead to each other refuse the request in one sentence', async () => {
  let next = '';
  const { origin, seen } = await startUpstream(({ method, url, headers: sent }, response) => {
    ask(`${next}${url}`, { method, headers: sent }, (got) => {
      got.pipe(response.writeHead(got.statusCode ?? 0, got.headers));
    }).end();
  });
  const one = await startMockServer({ mode: 'proxy', upstream: origin });
  const other = await startMockServer({ mode: 'proxy', upstream: new URL(one.url).origin });
  onTestFinished(() => Promise.all([one.close(), other.close()]).then(() => undefined));
  next = new URL(other.url).origin;

  const response = await fetch(`${one.url}/customers`, { headers });

  expect(response.status).toBe(508);
  expect(await response.json()).toMatchObject({
    message: 'The upstream of this proxy leads back to it; give it the URL of the API.',
  });
  expect(seen).toHaveLength(1);
});
