import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openConnection, requestText } from '../../raw-exchange.js';
import { found, json, proxied } from './upstream.js';

const headers = { authorization: 'Bearer any' };
const drifted = Buffer.from('{"data":7,"hasMore":false}');
const drift = 'response.body.type body.data';

test.each([
  ['gzip', gzipSync(drifted)],
  ['x-gzip', gzipSync(drifted)],
  ['br', brotliCompressSync(drifted)],
  ['deflate', deflateSync(drifted)],
  ['deflate', deflateRawSync(drifted)],
  ['identity', drifted],
  ['gzip, br', brotliCompressSync(gzipSync(drifted))],
])('an answer in %s is checked by what is in it', async (coding, body) => {
  const { proxy } = await proxied(json(200, body, { 'content-encoding': coding }));
  await proxy.fetch(`${proxy.url}/customers`, { headers });

  expect(found(proxy)).toEqual([drift]);
});

test('compressed bytes come back as they were sent', async () => {
  const body = gzipSync(drifted);
  const { proxy } = await proxied(json(200, body, { 'content-encoding': 'gzip' }));
  const socket = await openConnection(proxy.url);
  socket.write(requestText('GET /v0.9/customers', { 'accept-encoding': 'gzip' }));
  const parts: Buffer[] = [];
  for await (const part of socket) parts.push(part as Buffer);
  const all = Buffer.concat(parts);

  expect(all.includes(body)).toBe(true);
});

test('in process an answer is decompressed, as by any fetch', async () => {
  const { proxy } = await proxied(json(200, gzipSync(drifted), { 'content-encoding': 'gzip' }));
  const response = await proxy.fetch(`${proxy.url}/customers`, { headers });

  expect(await response.text()).toBe(String(drifted));
});

test.each([
  ['a coding nobody knows', 'zip', drifted],
  ['data that are damaged', 'gzip', gzipSync(drifted).subarray(0, 20)],
  ['more codings than anybody needs', 'gzip, gzip, gzip, gzip', drifted],
])('%s is a violation and passed on', async (_, coding, body) => {
  const { proxy } = await proxied(json(200, body, { 'content-encoding': coding }));
  const socket = await openConnection(proxy.url);
  socket.write(requestText('GET /v0.9/customers'));
  for await (const _part of socket);

  expect(found(proxy)).toEqual(['response.content-encoding header.content-encoding']);
});

test('a gzip bomb is passed on compressed and not unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1_048_576));
  const { proxy } = await proxied(json(200, bomb, { 'content-encoding': 'gzip' }));
  const before = process.memoryUsage().arrayBuffers;
  const socket = await openConnection(proxy.url);
  socket.write(requestText('GET /v0.9/customers'));
  let length = 0;
  for await (const part of socket) length += (part as Buffer).length;

  expect(length).toBeGreaterThan(bomb.length);
  expect(found(proxy)).toEqual(['response.body.unchecked body']);
  expect(proxy.violations[0]?.severity).toBe('notice');
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1_048_576);
});
