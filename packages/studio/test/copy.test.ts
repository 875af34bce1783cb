import { expect, test } from 'vitest';
import type { WholeExchange } from '../src/admin-api.js';
import { curlOf } from '../src/copy/curl.js';
import { Literals, quoted } from '../src/copy/literal.js';
import { stepsOf } from '../src/copy/steps.js';
import { programOf } from '../src/copy/typescript.js';
import { testOf } from '../src/copy/vitest.js';

const json = { 'content-type': 'application/json' };

function exchange(over: Partial<WholeExchange>): WholeExchange {
  return {
    id: 'req_1',
    time: '2026-01-01T00:00:00.000Z',
    operationId: 'getCustomer',
    method: 'GET',
    path: '/customers/{customerId}',
    target: '/v0.9/customers/cst_00000000000000000000000001',
    status: 200,
    durationMs: 1,
    violations: [],
    request: { headers: {}, body: { text: '', bytes: 0 } },
    response: { headers: json, body: { text: '', bytes: 0 } },
    ...over,
  };
}

const customer = {
  id: 'cst_00000000000000000000000001',
  object: 'customer',
  status: 'active',
  endorsements: [{ type: 'basic', status: 'ACTIVE' }],
};

const created = exchange({
  operationId: 'createCustomer',
  method: 'POST',
  path: '/customers',
  target: '/v0.9/customers',
  status: 201,
  request: {
    headers: { authorization: '***', ...json, 'idempotency-key': 'key-1', host: 'localhost' },
    body: {
      text: JSON.stringify({ type: 'individual', firstName: "Jane O'Neil", birthDate: '***' }),
      bytes: 1,
    },
  },
  response: { headers: json, body: { text: JSON.stringify(customer), bytes: 1 } },
});

const read = exchange({
  time: '2026-01-01T00:00:02.000Z',
  response: { headers: json, body: { text: JSON.stringify(customer), bytes: 1 } },
});

test.each([
  ['plain', "'plain'"],
  ["it's", "'it\\'s'"],
  ['a "b"', '\'a "b"\''],
  ['line\nbreak', "'line\\nbreak'"],
  ['back\\slash', "'back\\\\slash'"],
  ['\u2028', "'\\u2028'"],
  ['$'.concat('{x}`'), `'$${'{x}`'}'`],
  ["\\'); process.exit(); ('", "'\\\\\\'); process.exit(); (\\''"],
])('%j is quoted so that it means itself', (text, code) => {
  expect(quoted(text)).toBe(code);
  expect(new Function(`return ${quoted(text)}`)()).toBe(text);
});

test('a value is written as code that makes it, whatever its field names are', () => {
  const value = JSON.parse('{"a-b":[1,null,true],"__proto__":{"x":"y"},"ok":{}}');
  const made = new Function(`return ${new Literals().write(value)}`)();

  expect(JSON.stringify(made)).toBe(JSON.stringify(value));
});

test('a command for a shell holds the body, and a variable in place of the token', () => {
  expect(curlOf(created, 'http://127.0.0.1:4010')).toMatchInlineSnapshot(`
    "curl -sS -X POST 'http://127.0.0.1:4010/v0.9/customers' \\
      -H "Authorization: Bearer $OMS_TOKEN" \\
      -H 'content-type: application/json' \\
      -H 'idempotency-key: key-1' \\
      --data-raw '{"type":"individual","firstName":"Jane O'\\''Neil","birthDate":"***"}'"
  `);
});

test('a program calls the client, with made-up values in place of masked ones', () => {
  expect(programOf([created, read], 'http://127.0.0.1:4010', '/v0.9')).toMatchInlineSnapshot(`
    "import { OmsClient } from '@oms-sdk/client';
    import { people } from '@oms-sdk/mock-server/people';

    const oms = new OmsClient({ apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret', baseUrl: 'http://127.0.0.1:4010/v0.9' });

    await oms.customers.create({ type: 'individual', firstName: 'Jane O\\'Neil', birthDate: people.complete.birthDate });
    await oms.customers.get('cst_00000000000000000000000001');
    "
  `);
});

test('a test names what was created, lets the same time pass, and expects the same', () => {
  const decision = {
    time: '2026-01-01T00:00:01.000Z',
    route: 'endorsements',
    method: 'POST',
    body: { customerId: 'cst_00000000000000000000000001', endorsement: 'basic', status: 'ACTIVE' },
    result: {},
  };

  expect(testOf(stepsOf([created, read], [decision]), 'it works')).toMatchInlineSnapshot(`
    "import { OmsClient } from '@oms-sdk/client';
    import { people } from '@oms-sdk/mock-server/people';
    import { test } from '@oms-sdk/mock-server/vitest';
    import { expect } from 'vitest';

    test('it works', async ({ oms }) => {
      const client = new OmsClient({ apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret', baseUrl: oms.url, fetch: oms.fetch });

      const customer = await client.customers.create({ type: 'individual', firstName: 'Jane O\\'Neil', birthDate: people.complete.birthDate });
      expect(customer).toMatchObject({ status: 'active', endorsements: [{ type: 'basic', status: 'ACTIVE' }] });
      oms.sandbox.advance(1000);
      oms.sandbox.decide(customer.id, 'basic', { status: 'ACTIVE' });
      oms.sandbox.advance(1000);
      const customer2 = await client.customers.get(customer.id);
      expect(customer2).toMatchObject({ status: 'active', endorsements: [{ type: 'basic', status: 'ACTIVE' }] });
    });
    "
  `);
});

test('a customer from before the stretch is made anew', () => {
  expect(testOf(stepsOf([read], []), 'it')).toContain(
    'const { customerIds } = oms.sandbox.seed({ customers: [people.complete] });',
  );
});

test('a fault is copied when it hit something, with a name when it is removed later', () => {
  const time = '2025-12-31T00:00:00.000Z';
  const act = (method: string, body: unknown, result: unknown = {}) => ({
    ...{ time, route: 'faults', method, body, result },
  });
  const added = act('POST', { rule: 'status=503' }, { id: 'flt_1', rule: { kind: 'status', status: 503 } });
  const actions = [added, act('DELETE', { id: 'flt_1' })];
  const hit = { ...read, faults: ['status' as const] };

  expect(testOf(stepsOf([read], actions), 'it')).not.toContain('faults');
  expect(testOf(stepsOf([hit], actions), 'it')).toMatch(
    /const fault = oms\.faults\.add\('status=503'\);\n +oms\.faults\.remove\(fault\.id\);/,
  );
});

test('a fault of deliveries is copied when it hit one, to an endpoint of the stretch', () => {
  const rule = { kind: 'duplicate-delivery' } as const;
  const result = { id: 'flt_1', rule, calls: 0, hits: 0 };
  const body = { rule: rule.kind };
  const action = { time: read.time, route: 'faults', method: 'POST', body, result };
  const endpoint = exchange({ operationId: 'createWebhookEndpoint', method: 'POST', status: 201 });
  const now = (hits: number) => [{ ...result, calls: hits, hits }];

  expect(stepsOf([endpoint], [action], now(1))).toHaveLength(2);
  expect(testOf(stepsOf([endpoint], [action], now(1)), 'it')).toMatch(
    /deliver: async \(\) => 200[\s\S]+faults\.add\('duplicate-delivery'\);\n +await oms\.sandbox\.delivered\(\);/,
  );
  expect(stepsOf([endpoint], [action], now(0))).toHaveLength(1);
  expect(stepsOf([read], [action], now(1))).toHaveLength(1);
});

test('retries are one call, and the client gets its own token', () => {
  const lost = { ...created, id: 'req_0', time: '2025-12-31T23:59:59.000Z', status: 503 };
  const token = exchange({ operationId: 'createToken', method: 'POST', path: '/auth/token' });

  expect(stepsOf([token, lost, created], [])).toEqual([
    { kind: 'exchange', time: created.time, exchange: created },
  ]);
});
