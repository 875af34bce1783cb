import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';

const server = await startMockServer({ mode: 'mock', listen: false });
const headers = { authorization: 'Bearer any' };
const url = `${server.url}/customers`;

test.each([
  ['text', url],
  ['a URL', new URL(url)],
  ['a URL of the real API', 'https://api.polygon.technology/v0.9/customers'],
])('takes %s', async (_, input) => {
  expect((await server.fetch(input, { headers })).status).toBe(200);
});

test('takes a Request', async () => {
  const request = new Request(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': 'k' },
    body: '{"type":"individual"}',
  });

  expect((await server.fetch(request)).status).toBe(201);
});

test('takes a streamed body', async () => {
  const body = new Blob(['{"type":', '"individual"}']).stream();
  const init = {
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': 'k' },
    duplex: 'half',
  };

  expect((await server.fetch(url, { method: 'POST', body, ...init })).status).toBe(201);
});

test('rejects with the reason of an abort', async () => {
  const reason = new Error('enough');

  await expect(server.fetch(url, { headers, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

test('has a URL that nothing can reach when there is no socket', async () => {
  expect(server.url).toBe('http://127.0.0.1:0/v0.9');
  await expect(fetch(server.url)).rejects.toThrow('fetch failed');
});

test('refuses a mode there is not', async () => {
  await expect(startMockServer({ mode: 'stub' as 'mock' })).rejects.toThrow(
    'mode must be sandbox, mock, proxy',
  );
});
