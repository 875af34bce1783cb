import { startMockServer } from '@oms-sdk/mock-server';
import { afterAll, expect, test } from 'vitest';

const server = await startMockServer({ mode: 'mock', listen: false });
afterAll(() => server.close());

const pages = ['http://localhost:5173', 'http://127.0.0.1:3000', 'http://[::1]:8080'];
const strangers = [
  'https://example.com',
  'http://localhost.example.com',
  'null',
  'http://127.0.0.1.example.com',
];
const question = {
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'authorization,idempotency-key',
};
const ask = (method: string, headers: Record<string, string>) =>
  server.fetch(`${server.url}/customers`, { method, headers });

test.each(pages)('a page of %s may send what it asks to send', async (origin) => {
  const { status, headers } = await ask('OPTIONS', { ...question, origin });

  expect(status).toBe(204);
  expect(headers.get('access-control-allow-origin')).toBe(origin);
  expect(headers.get('access-control-allow-methods')).toContain('POST');
  expect(headers.get('access-control-allow-headers')).toBe('authorization,idempotency-key');
  expect(server.requests).toEqual([]);
});

test.each(pages)('a page of %s may read an answer with all its headers', async (origin) => {
  const { headers } = await ask('GET', { authorization: 'Bearer token', origin });

  expect(headers.get('access-control-allow-origin')).toBe(origin);
  expect(headers.get('access-control-expose-headers')).toBe('*');
  expect(headers.get('vary')).toBe('origin');
});

test.each(strangers)('a page of %s may not', async (origin) => {
  const preflight = await ask('OPTIONS', { ...question, origin });
  const answer = await ask('GET', { authorization: 'Bearer token', origin });

  expect(preflight.headers.has('access-control-allow-origin')).toBe(false);
  expect(answer.headers.has('access-control-allow-origin')).toBe(false);
});

test.each(strangers)('a page of %s may not steer the server', async (origin) => {
  const response = await server.fetch(`${server.url}/__oms/reset`, { method: 'POST', headers: { origin } });

  expect(response.status).toBe(403);
});

test('who is no browser sees none of this', async () => {
  const { headers } = await ask('GET', { authorization: 'Bearer token' });

  expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});
