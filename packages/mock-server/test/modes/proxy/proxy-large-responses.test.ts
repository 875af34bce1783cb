import { expect, test } from 'vitest';
import { found, json, proxied } from './upstream.js';

const headers = { authorization: 'Bearer any' };
const page = (id: string, length: number) => {
  const customer = { id, object: 'customer', type: 'individual', status: 'active', endorsements: [] };
  const data = Array.from({ length }, () => ({ ...customer, createdAt: '2026-01-01T00:00:00Z' }));
  return JSON.stringify({ data, hasMore: false });
};

test('an answer of 2 MB is passed on and checked', async () => {
  const body = page('cst_1', 16_000);
  const { proxy } = await proxied(json(200, body));
  const response = await fetch(`${proxy.url}/customers`, { headers });

  expect(await response.text()).toBe(body);
  expect([body.length > 2_000_000, found(proxy)]).toEqual([true, []]);
});

test('a large answer is told its first fault', async () => {
  const { proxy } = await proxied(json(200, page('cst_1', 16_000).replaceAll('"active"', '7')));
  await (await fetch(`${proxy.url}/customers`, { headers })).text();

  expect(found(proxy)).toEqual(['response.body.type body.data.0.status']);
});

test('a value that an open enum does not list yet is no error in a large answer', async () => {
  const { proxy } = await proxied(json(200, page('cst_1', 1_000).replace('"active"', '"dormant"')));
  await (await fetch(`${proxy.url}/customers`, { headers })).text();

  expect(found(proxy)).toEqual(['response.body.open-enum body.data.0.status']);
});

test.each([
  ['over the socket', fetch],
  ['in process', undefined],
])('an answer above 4 MB is streamed and not checked %s', async (_, way) => {
  const chunk = Buffer.alloc(1_048_576, '[');
  const { proxy } = await proxied((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    for (let count = 0; count < 9; count += 1) response.write(chunk);
    response.end();
  });
  const response = await (way ?? proxy.fetch)(`${proxy.url}/customers`, { headers });

  expect((await response.arrayBuffer()).byteLength).toBe(9 * 1_048_576);
  expect(found(proxy)).toEqual(['response.body.unchecked body']);
});

test('a stream that breaks off there breaks off here', async () => {
  const { proxy } = await proxied((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write(Buffer.alloc(5 * 1_048_576), () => response.destroy());
  });
  const response = await fetch(`${proxy.url}/customers`, { headers });

  await expect(response.arrayBuffer()).rejects.toThrow('terminated');
});
