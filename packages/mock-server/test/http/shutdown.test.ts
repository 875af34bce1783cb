import { once } from 'node:events';
import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';
import { openConnection, requestText } from '../raw-exchange.js';

async function closingTime(server: { close(): Promise<void> }): Promise<number> {
  const start = performance.now();
  await server.close();
  return performance.now() - start;
}

test('closes at once when connections are idle', async () => {
  const server = await startMockServer();
  await (await fetch(`${server.url}/customers`)).text();

  expect(await closingTime(server)).toBeLessThan(400);
});

test('cuts a connection that is busy after half a second', async () => {
  const server = await startMockServer();
  const socket = await openConnection(server.url);
  socket.on('error', () => undefined).resume();
  socket.write(requestText('POST /v0.9/customers', { 'content-length': '10' }));
  await new Promise((resolve) => setTimeout(resolve, 50));
  const cut = once(socket, 'close');

  expect(await closingTime(server)).toBeLessThan(1000);
  await cut;
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
