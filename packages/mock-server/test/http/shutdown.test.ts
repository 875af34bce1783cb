import { once } from 'node:events';
import { startMockServer } from '@oms-sdk/mock-server';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openConnection, requestText } from '../raw-exchange.js';

/** The grace that a server gives to open connections when it closes is over when the function that is returned is called. */
function graceThatEndsOnCall(): () => void {
  const grace = new AbortController();
  const spy = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(grace.signal);
  onTestFinished(() => spy.mockRestore());
  return () => grace.abort();
}

test('closes at once when connections are idle', async () => {
  const server = await startMockServer();
  await (await fetch(`${server.url}/customers`)).text();
  graceThatEndsOnCall();

  await expect(server.close()).resolves.toBeUndefined();
});

test('cuts a connection that is busy after half a second', async () => {
  const server = await startMockServer();
  const socket = await openConnection(server.url);
  socket.on('error', () => undefined);
  socket.write(requestText('POST /v0.9/customers', { 'content-length': '10', expect: '100-continue' }));
  await once(socket, 'data');
  const cut = once(socket, 'close').then(() => 'cut');
  const endGrace = graceThatEndsOnCall();
  const closed = server.close();
  const isOpen = fetch(server.url).then(
    () => 'listens',
    () => 'open',
  );

  expect(await Promise.race([cut, isOpen])).toBe('open');
  expect(AbortSignal.timeout).toHaveBeenCalledWith(500);
  endGrace();
  await closed;
  expect(await cut).toBe('cut');
});

test('can be closed twice', async () => {
  const server = await startMockServer();
  await server.close();

  await expect(server.close()).resolves.toBeUndefined();
});

test('takes nothing without a socket either once it is closed', async () => {
  const server = await startMockServer({ listen: false });
  await server.close();

  await expect(server.fetch(`${server.url}/customers`)).rejects.toThrow(
    new TypeError('fetch failed', { cause: new Error('The mock server is closed.') }),
  );
});

test('closes at the end of an await using block', async () => {
  const server = await startMockServer();
  await server[Symbol.asyncDispose]();

  await expect(fetch(server.url)).rejects.toThrow();
});

test('refuses a port that is taken', async () => {
  const server = await startMockServer();
  const port = Number(new URL(server.url).port);

  await expect(startMockServer({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await server.close();
});

test('listens on an IPv6 address', async () => {
  const server = await startMockServer({ host: '::1' });

  expect(server.url).toMatch(/^http:\/\/\[::1\]:[0-9]+\/v0\.9$/);
  expect((await fetch(new URL('/__oms/health', server.url))).status).toBe(200);
  await server.close();
});
