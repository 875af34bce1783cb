import { once } from 'node:events';
import type { Socket } from 'node:net';
import { nodeFetch } from '@oms-sdk/client/node';
import { expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { loopbackServer, respondWith } from '../harness/loopback-server.js';

test('rejects with the reason of the signal before the response', async () => {
  const { url, server } = await loopbackServer(() => undefined);
  const controller = new AbortController();
  const reason = new Error('enough');
  server.once('request', () => controller.abort(reason));

  expect(await caught(nodeFetch()(url, { signal: controller.signal }))).toBe(reason);
});

test('rejects with the reason of the signal within the body, and closes the connection', async () => {
  const { url, server } = await loopbackServer((_, response) => response.write('{'));
  const connected = once(server, 'connection') as Promise<[Socket]>;
  const controller = new AbortController();
  const response = await nodeFetch()(url, { signal: controller.signal });
  const [socket] = await connected;
  const closed = once(socket, 'close');
  const reader = response.body?.getReader();
  await reader?.read();

  const next = caught(reader?.read() ?? Promise.resolve());
  controller.abort('enough');

  expect(await next).toBe('enough');
  await closed;
});

test('does not begin when the signal is aborted', async () => {
  const { url, requests } = await loopbackServer(() => undefined);

  expect(await caught(nodeFetch()(url, { signal: AbortSignal.abort('enough') }))).toBe('enough');
  expect(requests).toHaveLength(0);
});

test('leaves no listener on a signal that lives on', async () => {
  const { url } = await loopbackServer((_, response) => respondWith(response, {}));
  const { signal } = new AbortController();
  const added = vi.spyOn(signal, 'addEventListener');
  const removed = vi.spyOn(signal, 'removeEventListener');

  const response = await nodeFetch()(url, { signal });
  await response.text();

  await expect.poll(() => removed.mock.calls.length).toBe(added.mock.calls.length);
});

/** A server that responds once on each connection and cuts it when a second request comes. */
function forgetfulServer() {
  const used = new WeakSet<Socket>();
  return loopbackServer((request, response) => {
    if (used.has(request.socket)) request.socket.resetAndDestroy();
    else respondWith(response, {});
    used.add(request.socket);
  });
}

test('sends a GET again when the kept connection was closed under it', async () => {
  const { url, requests, connections } = await forgetfulServer();
  const fetch = nodeFetch();
  await (await fetch(url, {})).text();

  expect((await fetch(url, {})).status).toBe(200);
  expect([requests.length, connections()]).toEqual([3, 2]);
});

test('does not send a PATCH again that may have arrived', async () => {
  const { url, requests } = await forgetfulServer();
  const fetch = nodeFetch();
  await (await fetch(url, {})).text();

  expect(await caught(fetch(url, { method: 'PATCH', body: '{}' }))).toMatchObject({ code: 'ECONNRESET' });
  expect(requests).toHaveLength(2);
});

test('reads a body through the methods of a Response, once', async () => {
  const { url } = await loopbackServer((_, response) => respondWith(response, { id: 1 }));
  const response = await nodeFetch()(url, {});

  expect(await response.json()).toEqual({ id: 1 });
  expect(response.bodyUsed).toBe(true);
  expect(await caught(response.text())).toBeInstanceOf(TypeError);
});

test.each<[string, (response: Response) => Promise<string>]>([
  ['text', (response) => response.text()],
  ['bytes', async (response) => Buffer.from(await response.bytes()).toString()],
  ['arrayBuffer', async (response) => Buffer.from(await response.arrayBuffer()).toString()],
  ['blob', async (response) => (await response.blob()).text()],
])('returns a body by %s', async (_, read) => {
  const { url } = await loopbackServer((_request, response) => respondWith(response, { id: 'é' }));

  expect(await read(await nodeFetch()(url, {}))).toBe('{"id":"é"}');
});

test('refuses to clone a response', async () => {
  const { url } = await loopbackServer((_, response) => respondWith(response, {}));
  const response = await nodeFetch()(url, {});

  expect(() => response.clone()).toThrow(TypeError);
  await response.text();
});

test('refuses a body that is neither text nor bytes', async () => {
  const { url } = await loopbackServer((_, response) => respondWith(response, {}));

  expect(await caught(nodeFetch()(url, { method: 'POST', body: new FormData() }))).toBeInstanceOf(TypeError);
});

test('closes the connection of a body that is cancelled', async () => {
  const { url, server } = await loopbackServer((_, response) => response.write('{'));
  const connected = once(server, 'connection') as Promise<[Socket]>;
  const response = await nodeFetch()(url, {});
  const [socket] = await connected;
  const closed = once(socket, 'close');

  await response.body?.cancel();

  await closed;
});

test.each([{}, { connection: 'upgrade', upgrade: 'other' }])(
  'rejects a switch of protocols with %o',
  async (headers) => {
    const { url } = await loopbackServer((_, response) => response.writeHead(101, headers).end());

    expect(await caught(nodeFetch()(url, {}))).toMatchObject({
      message: expect.stringContaining('protocol'),
    });
  },
);

test('rejects a status that no response can have', async () => {
  const { url, server } = await loopbackServer(() => undefined);
  server.on('connection', (socket) => socket.end('HTTP/1.1 099 \r\ncontent-length: 0\r\n\r\n'));

  expect(await caught(nodeFetch()(url, {}))).toMatchObject({ message: expect.stringContaining('status') });
});

test('closes the connection of a 205, whose body nobody reads', async () => {
  const { url, server } = await loopbackServer((_, response) => {
    response.writeHead(205).flushHeaders();
    response.write('{');
  });
  const connected = once(server, 'connection') as Promise<[Socket]>;

  const response = await nodeFetch()(url, {});
  const [socket] = await connected;
  await once(socket, 'close');

  expect(response.body).toBeNull();
});

test('is refused where there is no Node', () => {
  vi.stubGlobal('process', undefined);
  try {
    expect(() => nodeFetch()).toThrow('nodeFetch needs node:stream');
  } finally {
    vi.unstubAllGlobals();
  }
});
