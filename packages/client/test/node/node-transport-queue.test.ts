import { once } from 'node:events';
import { OmsClient, TimeoutError } from '@oms-sdk/client';
import { nodeFetch } from '@oms-sdk/client/node';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { loopbackServer } from '../harness/loopback-server.js';

test('a request that never left its queue was not sent, one that had left it may have been carried out', async () => {
  const { url, server, requests } = await loopbackServer(() => undefined);
  const fetch = nodeFetch({ maxSockets: 1 });
  const client = new OmsClient({ token: async () => 'token', baseUrl: url, fetch, maxRetries: 0 });
  const asked = once(server, 'request');
  const first = caught(client.customers.update('cst_1', {}));
  await asked;

  const second = await caught(client.customers.update('cst_2', {}, { timeoutMs: 20 }));

  expect(second).toBeInstanceOf(TimeoutError);
  expect(second).toMatchObject({ outcome: 'not_sent', attempts: [{ outcome: 'not_sent' }] });
  expect(requests).toHaveLength(1);
  server.closeAllConnections();
  expect(await first).toMatchObject({ name: 'ConnectionError', outcome: 'unknown' });
});

test('a connection that never stands has not sent anything', async () => {
  const agent = { addRequest: () => undefined, destroy: () => undefined, protocol: 'http:', defaultPort: 80 };
  const fetch = nodeFetch({ agent });
  const baseUrl = 'http://127.0.0.1:1';
  const client = new OmsClient({ token: async () => 'token', baseUrl, fetch, maxRetries: 0 });

  expect(await caught(client.customers.create({ type: 'individual' }, { timeoutMs: 20 }))).toMatchObject({
    name: 'TimeoutError',
    outcome: 'not_sent',
  });
});

test('an abort by the caller stays as it is', async () => {
  const agent = { addRequest: () => undefined, destroy: () => undefined, protocol: 'http:', defaultPort: 80 };
  const client = new OmsClient({
    token: async () => 'token',
    baseUrl: 'http://127.0.0.1:1',
    fetch: nodeFetch({ agent }),
  });
  const reason = { name: 'mine' };
  const controller = new AbortController();
  const call = caught(client.customers.get('cst_1', { signal: controller.signal }));
  await new Promise(setImmediate);

  controller.abort(reason);

  expect(await call).toBe(reason);
  expect(reason).toEqual({ name: 'mine' });
});
