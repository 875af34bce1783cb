import http from 'node:http';
import Module from 'node:module';
import { OmsClient } from '@oms-sdk/client';
import { nodeFetch } from '@oms-sdk/client/node';
import { afterEach, expect, test, vi } from 'vitest';
import { loopbackServer, respondWith } from '../harness/loopback-server.js';

afterEach(() => vi.restoreAllMocks());

/** What agents that trace requests do: options are copied, and a header is added. */
function instrument(traceparent: string): void {
  const { request } = http;
  const traced = (options: http.RequestOptions, ...rest: []) =>
    request({ ...options, headers: { ...(options.headers as object), traceparent } }, ...rest);
  vi.spyOn(http, 'request').mockImplementation(traced as never);
}

test('an agent that copies the options of a request leaves its headers as they are', async () => {
  const { url, requests } = await loopbackServer((_, response) => respondWith(response, { id: 'cst_1' }));
  const client = new OmsClient({ token: async () => 'token', baseUrl: url, fetch: nodeFetch() });
  await client.customers.get('cst_1');

  instrument('00-1');
  await client.customers.create({ type: 'individual' });

  const [before, after] = requests.map(({ headers }) => headers);
  expect(after).toMatchObject({ traceparent: '00-1', authorization: 'Bearer token' });
  const added = ['content-length', 'content-type', 'idempotency-key', 'traceparent'];
  expect(Object.keys(after ?? {}).sort()).toEqual([...Object.keys(before ?? {}), ...added].sort());
});

test('its modules are required, which is when agents change them', async () => {
  const { url } = await loopbackServer((_, response) => respondWith(response, {}));
  const required = vi.spyOn(Module.prototype, 'require');

  await (await nodeFetch()(url, {})).text();

  expect(required.mock.calls.map(([name]) => name)).toContain('node:http');
});
