import { once } from 'node:events';
import { Agent } from 'node:http';
import type { Socket } from 'node:net';
import { type ConfigurationError, OmsClient } from '@oms-sdk/client';
import { type NodeFetchOptions, nodeFetch } from '@oms-sdk/client/node';
import { expect, onTestFinished, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { loopbackServer, respondWith } from '../harness/loopback-server.js';

async function setUp(options?: NodeFetchOptions) {
  const held: (() => void)[] = [];
  const { url, server, requests } = await loopbackServer((request, response) => {
    if (request.url === '/customers/held') held.push(() => respondWith(response, { id: 'held' }));
    else respondWith(response, { id: 'cst_1' });
  });
  const connected = once(server, 'connection') as Promise<[Socket]>;
  const fetch = nodeFetch(options);
  const client = new OmsClient({ token: async () => 'token', baseUrl: url, fetch, maxRetries: 0 });
  const release = () => {
    for (const end of held) end();
  };
  return { fetch, client, server, requests, connected, release };
}

test('close() ends the idle connections', async () => {
  const { fetch, client, connected } = await setUp({ idleTimeoutMs: 60_000 });
  await client.customers.get('cst_1');
  const [socket] = await connected;
  const ended = once(socket, 'close');

  await fetch.close();

  await ended;
});

test('close() waits for requests under way', async () => {
  const { fetch, client, server, release } = await setUp();
  const asked = once(server, 'request');
  const call = client.customers.get('held').then(({ id }) => id);
  await asked;
  let isClosed = false;

  const closing = [fetch.close(), fetch.close()].map((closed) =>
    closed.then(() => {
      isClosed = true;
    }),
  );
  await new Promise(setImmediate);
  expect(isClosed).toBe(false);
  release();

  expect(await call).toBe('held');
  await Promise.all(closing);
});

test('close() does not wait for a request that was aborted before it had a connection', async () => {
  const { fetch, client, server, requests, release } = await setUp({ maxSockets: 1 });
  const arrived = once(server, 'request');
  const held = client.customers.get('held').then(({ id }) => id);
  await arrived;
  const queued = caught(client.customers.get('queued', { timeoutMs: 20 }));
  const closed = queued.then(() => fetch.close());

  expect(await queued).toMatchObject({ name: 'TimeoutError', outcome: 'not_sent' });
  release();

  expect(await held).toBe('held');
  await closed;
  expect(requests).toHaveLength(1);
});

test('refuses a request after close(), as not sent and for good', async () => {
  const { fetch, client, requests } = await setUp();
  await fetch[Symbol.asyncDispose]();

  const error = await caught<ConfigurationError>(client.customers.get('cst_1', { maxRetries: 2 }));

  expect(error).toMatchObject({ name: 'ConfigurationError', option: 'fetch', outcome: 'not_sent' });
  expect(requests).toEqual([]);
});

test('leaves an agent of the caller open', async () => {
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const { fetch, client } = await setUp({ agent });
  await client.customers.get('cst_1');

  await fetch.close();

  expect(Object.keys(agent.freeSockets)).toHaveLength(1);
});
