import { type FaultRule, type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { beforeEach, expect, test } from 'vitest';
import { ask } from '../ask.js';

const server = await startMockServer({ mode: 'mock', listen: false });
beforeEach(() => server.reset());

/** The statuses of eight lists in a row under one rule. */
async function statusesUnder(rule: FaultRule, on: MockServer = server): Promise<number[]> {
  on.reset();
  on.faults.add(rule);
  const statuses: number[] = [];
  for (let call = 0; call < 8; call += 1) statuses.push((await ask(on, 'GET /customers')).status);
  return statuses;
}

const hits = (statuses: number[]) => statuses.flatMap((status, index) => (status === 200 ? [] : [index + 1]));

test.each([
  [{}, [1, 2, 3, 4, 5, 6, 7, 8]],
  [{ nth: 3 }, [3]],
  [{ every: 3 }, [3, 6]],
  [{ first: 2 }, [1, 2]],
  [{ probability: 0 }, []],
  [{ probability: 1, every: 4 }, [4, 8]],
  [{ operation: 'listCustomers', first: 1 }, [1]],
  [{ operation: 'GET /customers', first: 1 }, [1]],
  [{ operation: 'get  /customers', first: 1 }, [1]],
  [{ operation: 'any', first: 1 }, [1]],
  [{ operation: 'createCustomer' }, []],
  [{ operation: 'POST /customers' }, []],
])('a rule with %j hits the calls %j', async (selection, calls) => {
  expect(hits(await statusesUnder({ kind: 'status', status: 503, ...selection }))).toEqual(calls);
});

test('the same seed hits the same calls', async () => {
  const rule = { kind: 'status', status: 503, probability: 0.5 } as const;

  const [one, same, other] = [
    await statusesUnder(rule),
    await statusesUnder(rule),
    await statusesUnder(rule, await startMockServer({ mode: 'mock', listen: false, seed: 8 })),
  ];

  expect(same).toEqual(one);
  expect(other).not.toEqual(one);
  expect(new Set(one)).toEqual(new Set([200, 503]));
});

test('a rule counts the calls it is about and no others', async () => {
  const fault = server.faults.add('status=503; operation=getCustomer; nth=2');

  for (const line of ['GET /customers/cst_1', 'GET /customers', 'GET /customers/cst_1', 'GET /customers'])
    await ask(server, line);

  expect(server.requests.map(({ status }) => status)).toEqual([200, 200, 503, 200]);
  expect(fault).toMatchObject({ calls: 2, hits: 1 });
});

test('of two rules that replace the answer the older one counts', async () => {
  server.faults.add('status=503; first=1');
  server.faults.add('html');

  const statuses = [
    (await ask(server, 'GET /customers')).status,
    (await ask(server, 'GET /customers')).status,
  ];

  expect(statuses).toEqual([503, 502]);
  expect(server.requests.map(({ faults }) => faults)).toEqual([['status'], ['html']]);
});

test('a refused token does not concern the operation that issues tokens', async () => {
  server.faults.add('unauthorized');
  const body = { apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret' };

  expect((await ask(server, 'POST /auth/token', { body })).status).toBe(200);
});

test('a refused token is refused once unless the rule says more', async () => {
  const once = await statusesUnder({ kind: 'unauthorized' });
  const thrice = await statusesUnder({ kind: 'unauthorized', first: 3 });

  expect([hits(once), hits(thrice)]).toEqual([[1], [1, 2, 3]]);
});

test('a path that is not in the spec is hit by a rule about any operation', async () => {
  server.faults.add('status=503');

  expect((await ask(server, 'GET /nowhere')).status).toBe(503);
});
