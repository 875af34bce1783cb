import { FaultRuleError, startMockServer } from '@oms-sdk/mock-server';
import { beforeEach, expect, test } from 'vitest';
import { ask } from '../ask.js';

const ofOptions = { kind: 'status', status: 503, operation: 'getCustomer', nth: 1 } as const;
const server = await startMockServer({ mode: 'mock', listen: false, faults: [ofOptions] });
beforeEach(() => server.reset());

const admin = async (method: string, body?: unknown) => {
  const init = { method, ...(body !== undefined && { body: JSON.stringify(body) }) };
  const response = await server.fetch(`${server.url}/__oms/faults`, init);
  return { status: response.status, body: (await response.json()) as unknown };
};
const status = async () => (await ask(server, 'GET /customers')).status;

test('lists the rules of the options and those that were added, with their counts', async () => {
  server.faults.add('status=429; operation=listCustomers; nth=2');
  await status();

  expect(server.faults.list()).toEqual([
    { id: 'flt_1', rule: ofOptions, calls: 0, hits: 0 },
    {
      id: 'flt_2',
      rule: { kind: 'status', status: 429, operation: 'listCustomers', nth: 2 },
      calls: 1,
      hits: 0,
    },
  ]);
});

test('a rule that is removed hits no more', async () => {
  const { id } = server.faults.add({ kind: 'html' });

  expect([await status(), server.faults.remove(id), server.faults.remove(id), await status()]).toEqual([
    502,
    true,
    false,
    200,
  ]);
});

test('clear takes every rule away', () => {
  server.faults.clear();

  expect(server.faults.list()).toEqual([]);
});

test('reset goes back to the rules of the options, uncounted', async () => {
  server.faults.add('html');
  await ask(server, 'GET /customers/cst_1');
  server.reset();

  expect(server.faults.list()).toEqual([{ id: 'flt_1', rule: ofOptions, calls: 0, hits: 0 }]);
});

test('refuses a rule without changing anything', () => {
  expect(() => server.faults.add({ kind: 'status', status: 0 })).toThrow(FaultRuleError);
  expect(server.faults.list()).toHaveLength(1);
});

test('two servers in one process share no rules', async () => {
  const other = await startMockServer({ mode: 'mock', listen: false });
  other.faults.add('html');

  expect([(await ask(other, 'GET /customers')).status, await status()]).toEqual([502, 200]);
});

test('the admin route lists the rules', async () => {
  expect(await admin('GET')).toEqual({ status: 200, body: { faults: server.faults.list() } });
});

test.each([
  [{ kind: 'html', first: 1 }],
  [{ rule: 'html; first=1' }],
  [{ rule: { kind: 'html', first: 1 } }],
])('the admin route adds %j', async (body) => {
  const added = await admin('POST', body);

  expect(added).toEqual({
    status: 200,
    body: { id: 'flt_2', rule: { kind: 'html', first: 1 }, calls: 0, hits: 0 },
  });
  expect([await status(), await status()]).toEqual([502, 200]);
});

test('the admin route removes one rule by its id', async () => {
  server.faults.add('html');

  expect((await admin('DELETE', { id: 'flt_2' })).status).toBe(200);
  expect(server.faults.list().map(({ id }) => id)).toEqual(['flt_1']);
});

test('the admin route removes all rules when no id is given', async () => {
  expect((await admin('DELETE')).status).toBe(200);
  expect(server.faults.list()).toEqual([]);
});

test.each([
  ['POST', { kind: 'htm' }, 'This cannot be done: Fault rule: kind must be one of'],
  ['POST', undefined, 'This cannot be done: Fault rule: rule must be an object'],
  ['DELETE', { id: 9 }, 'id must be that of a fault'],
])('the admin route answers 400 to %s %j', async (method, body, message) => {
  expect(await admin(method, body)).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining(message) },
  });
});

test('the admin route answers 404 to the id of no rule', async () => {
  expect(await admin('DELETE', { id: 'flt_9' })).toMatchObject({
    status: 404,
    body: { message: 'This cannot be done: There is no such fault. GET /__oms/faults lists them.' },
  });
});

test('admin routes are hit by no fault', async () => {
  server.faults.add('reset-before');

  expect((await admin('GET')).status).toBe(200);
});
