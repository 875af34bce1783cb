import { once } from 'node:events';
import type { Socket } from 'node:net';
import { OmsClient } from '@oms-sdk/client';
import { nodeFetch } from '@oms-sdk/client/node';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { loopbackServer } from '../harness/loopback-server.js';

test('closes the connection of nodeFetch when the caller aborts', async () => {
  const { url, server } = await loopbackServer(() => undefined);
  const client = new OmsClient({ token: async () => 'token', baseUrl: url, fetch: nodeFetch() });
  const controller = new AbortController();
  const asked = once(server, 'request') as Promise<[{ readonly socket: Socket }]>;
  const outcome = caught(client.customers.get('cst_1', { signal: controller.signal }));
  const [{ socket }] = await asked;
  const closed = once(socket, 'close');

  controller.abort('enough');

  expect(await outcome).toBe('enough');
  await closed;
});
