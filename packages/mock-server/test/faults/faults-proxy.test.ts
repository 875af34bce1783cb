import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { startMockServer } from '@oms-sdk/mock-server';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openConnection, requestText, textFrom } from '../raw-exchange.js';

const page = JSON.stringify({ object: 'list', data: [], hasMore: false });
const asked: string[] = [];
const upstream = createServer((request, response) => {
  asked.push(...request.rawHeaders.map((text) => text.toLowerCase()));
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
  response.end(gzipSync(page));
});
await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
const { port } = upstream.address() as AddressInfo;
const proxy = await startMockServer({ mode: 'proxy', upstream: `http://127.0.0.1:${port}` });
beforeEach(() => {
  proxy.reset();
  asked.length = 0;
});
afterAll(async () => {
  await proxy.close();
  upstream.close();
});

const list = async (fault: string, way: typeof fetch = fetch) => {
  const headers = { authorization: 'Bearer any', 'x-oms-fault': fault };
  const response = await way(`${proxy.url}/customers`, { headers });
  return { status: response.status, text: await response.text(), fault: response.headers.get('x-oms-fault') };
};

test.each([
  ['over the socket', fetch],
  ['in process', proxy.fetch as typeof fetch],
])('the JSON of an upstream is truncated as text, not as compressed bytes, %s', async (_, way) => {
  expect(await list('truncated-json=10', way)).toEqual({
    status: 200,
    text: page.slice(0, 10),
    fault: 'truncated-json',
  });
});

test.each([
  ['html', 0],
  ['html; when=after', 1],
])('under %s the upstream is asked %i times', async (fault, times) => {
  expect((await list(fault)).status).toBe(502);
  expect(asked.filter((text) => text === 'authorization')).toHaveLength(times);
});

test('a connection breaks although the upstream answered', async () => {
  await expect(list('reset-after')).rejects.toThrow('fetch failed');
  expect(asked).toContain('authorization');
});

test('a body breaks in the middle', async () => {
  await expect(list('reset-in-body=5')).rejects.toThrow('terminated');
});

test('an answer that only waits is relayed as it came, with a mark', async () => {
  expect(await list('latency=1')).toEqual({ status: 200, text: page, fault: 'latency' });
});

test('a clock that is off puts one Date in the place of that of the upstream', async () => {
  const socket = await openConnection(proxy.url);
  const text = textFrom(socket);
  socket.write(requestText('GET /v0.9/customers', { 'x-oms-fault': 'clock-skew=1000000000000' }));

  const dates = (await text).match(/^date: .*$/gim) ?? [];

  expect(dates).toHaveLength(1);
  expect(Date.parse(dates[0]?.slice(6) ?? '')).toBeGreaterThan(Date.now() + 999_000_000_000);
});

test('the upstream does not see the header of the fault', async () => {
  await list('latency=1');

  expect(asked).toContain('authorization');
  expect(asked).not.toContain('x-oms-fault');
});
