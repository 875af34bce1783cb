import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';
import { packageVersion } from '../../src/generated/package.gen.js';
import { spec } from '../../src/generated/spec.gen.js';
import type { Violation } from '../../src/violations/violation.js';
import { violationsHeader } from '../../src/violations/violation.js';
import { ask } from '../ask.js';
import { libraryServer } from '../library.js';

const server = await startMockServer({ mode: 'mock', listen: false });

test.each([
  ['an example', 'GET /customers'],
  ['an error', 'GET /nowhere'],
  ['an admin route', 'GET /__oms/health'],
])('%s carries the versions of mock and spec', async (_, line) => {
  const { headers } = await ask(server, line);

  expect(headers.get('x-oms-mock-version')).toBe(packageVersion);
  expect(headers.get('x-oms-spec-sha256')).toBe(spec.sha256);
});

test('the response to a preflight request carries them too', async () => {
  const question = { origin: 'http://localhost:5173', 'access-control-request-method': 'POST' };
  const { headers } = await server.fetch(`${server.url}/customers`, { method: 'OPTIONS', headers: question });

  expect(headers.get('x-oms-mock-version')).toBe(packageVersion);
  expect(headers.get('x-request-id')).toMatch(/^req_/);
});

test('numbers requests, the same way for the same seed', async () => {
  const ids = async (seed: number) => {
    const seeded = await startMockServer({ mode: 'mock', listen: false, seed });
    const replies = [await ask(seeded, 'GET /customers'), await ask(seeded, 'GET /nowhere')];
    return replies.map(({ headers }) => headers.get('x-request-id'));
  };

  expect(await ids(1)).toEqual(['req_0001000000000001', 'req_0001000000000002']);
  expect(await ids(2)).toEqual(['req_0002000000000001', 'req_0002000000000002']);
});

test('counts violations and names their codes once', async () => {
  const { headers } = await ask(server, 'GET /customers?a=1&b=2&limit=0');

  expect(headers.get('x-oms-violations')).toBe('3; request.query.unknown, request.query.minimum');
  expect((await ask(server, 'GET /customers')).headers.get('x-oms-violations')).toBe('0');
});

test('names violations in ASCII whatever the message held', async () => {
  const library = await libraryServer();
  const { headers } = await ask(library, 'POST /books', {
    body: { kind: 'paper', tags: { 'größe💚\n': 1 } },
  });

  expect(headers.get('x-oms-violations')).toBe('1; request.body.type');
});

test('keeps the header within 2 KB', () => {
  const many = Array.from({ length: 500 }, (_, index) => ({ code: `request.body.code-${index}` }));
  const header = violationsHeader(many as unknown as Violation[]);

  expect(header).toHaveLength(2048);
  expect(header).toMatch(/^500; request\.body\.code-0, .*\.\.\.$/);
});
