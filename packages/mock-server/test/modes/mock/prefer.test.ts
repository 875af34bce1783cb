import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';
import { ask } from '../../ask.js';

const server = await startMockServer({ mode: 'mock', listen: false });
const get = (prefer: string) => ask(server, 'GET /customers/cst_1', { headers: { prefer } });

test.each([
  ['', 200],
  ['code=404', 404],
  ['code = 404', 404],
  ['code="404"', 404],
  ['CODE=404', 404],
  ['respond-async, wait=10, code=404', 404],
  ['code=404; foo=bar', 404],
  ['foo="a, code=500", code=404', 404],
  ['code=404, code=500', 404],
  [', ,code=404,', 404],
])('follows Prefer: %s', async (prefer, status) => {
  expect(await get(prefer)).toMatchObject({ status, found: [] });
});

test.each([
  ['example=in-review', 'in-review'],
  ['example="rejected"', 'rejected'],
  ['code=200, example=jane', 'jane'],
])('answers with the example of Prefer: %s', async (prefer, name) => {
  const wanted = await get(`example=${name}`);

  expect(await get(prefer)).toMatchObject({ status: 200, body: wanted.body, found: [] });
});

test('reads preferences from several headers', async () => {
  const headers = new Headers({ authorization: 'Bearer any', prefer: 'code=401' });
  headers.append('prefer', 'example=token-expired');
  const response = await server.fetch(`${server.url}/customers`, { headers });

  expect(await response.json()).toMatchObject({ code: 'token_expired' });
});

test('answers with the first example where none is named', async () => {
  expect((await get('')).body).toEqual((await get('example=alice')).body);
});

test.each([
  ['code=418', 'Declared: 200, 400, 401'],
  ['example=nobody', 'Available: alice, jane, in-review, rejected (code 200)'],
  ['code=404, example=alice', 'not-found (code 404)'],
  ['code=abc', '`code` must be a status'],
  ['code=', '`code` must be a status'],
  ['dynamic=maybe', '`dynamic` must be true or false'],
  ['code="404', 'Is not a list of preferences'],
  ['=404', 'Is not a list of preferences'],
])('answers 400 to Prefer: %s and says what there is', async (prefer, message) => {
  const reply = await get(prefer);

  expect(reply).toMatchObject({
    status: 400,
    found: [],
    body: { code: 'invalid_request', message: expect.stringContaining(message) },
  });
});

test('does not repeat a wish that cannot be met', async () => {
  expect(JSON.stringify((await get('example=jane-doe-canary')).body)).not.toContain('canary');
});

test('a broken request is refused whatever it prefers', async () => {
  const reply = await ask(server, 'GET /customers?limit=0', { headers: { prefer: 'code=200' } });

  expect(reply).toMatchObject({ status: 400, found: ['request.query.minimum query.limit'] });
});

test('sends the declared headers that have an example', async () => {
  expect((await get('code=429')).headers.get('retry-after')).toMatch(/^[0-9]+$/);
});

test('sends no body with 204', async () => {
  const reply = await ask(server, 'DELETE /webhooks/whk_1');

  expect([reply.status, reply.body, reply.headers.get('content-type')]).toEqual([204, '', null]);
});
