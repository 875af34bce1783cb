import http from 'node:http';
import { nodeFetch } from '@oms-sdk/client/node';
import { expect, test, vi } from 'vitest';
import { loopbackServer, respondWith } from '../harness/loopback-server.js';

test('hands node:http its headers by name, so that APM agents find the token where they redact it', async () => {
  const { url } = await loopbackServer((_, response) => respondWith(response, {}));
  const request = vi.spyOn(http, 'request');

  await nodeFetch()(url, { method: 'GET', headers: { authorization: 'Bearer secret' } });

  const [options] = request.mock.calls[0] as unknown as [http.RequestOptions];
  request.mockRestore();
  expect(options.headers).toMatchObject({ authorization: 'Bearer secret' });
  expect(Array.isArray(options.headers)).toBe(false);
});

test('sends the host of the URL, with its port', async () => {
  const { url, requests } = await loopbackServer((_, response) => respondWith(response, {}));

  await nodeFetch()(url, { method: 'GET' });

  expect(requests[0]?.headers.host).toBe(new URL(url).host);
});
