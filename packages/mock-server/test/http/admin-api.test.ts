import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { expect, onTestFinished, test } from 'vitest';
import { faultKinds, fieldChecks } from '../../src/faults/fault-kinds.js';
import adminApi from '../../src/http/admin/admin-api.json' with { type: 'json' };
import { dialectPresets, dialectSwitches } from '../../src/sandbox/dialect.js';
import { endorsementNames, endorsementStatuses } from '../../src/sandbox/rules/endorsements.js';
import { scenarioNames } from '../../src/sandbox/rules/evaluation.js';
import { alice, documents } from '../sandbox/observed-sandbox.js';

/** The description of the admin routes without their common path, below which the proxy has its own. */
const spec = {
  ...adminApi,
  paths: Object.fromEntries(
    Object.entries(adminApi.paths).map(([path, item]) => [path.replace('/__oms', ''), item]),
  ),
};

/** A server, and a proxy before its admin routes that checks what goes through against their description. */
async function describedServer() {
  const server = await startMockServer({ deliver: async () => 200, studio: true });
  const upstream = new URL('/__oms', server.url).href;
  const proxy = await startMockServer({ mode: 'proxy', upstream, spec });
  onTestFinished(() => Promise.all([proxy.close(), server.close()]).then(() => undefined));
  const ask = async (line: string, body?: unknown) => {
    const [method = '', path = ''] = line.split(' ');
    const headers = { 'content-type': 'application/json' };
    const init = { method, ...(body !== undefined && { headers, body: JSON.stringify(body) }) };
    const response = await proxy.fetch(proxy.url + path, init);
    return { status: response.status, body: await response.json() };
  };
  return { server, proxy, ask };
}

const found = ({ violations }: MockServer) =>
  violations.map(({ code, method, path, location }) => `${method} ${path} ${code} ${location.join('.')}`);

/** A request for each admin route, in an order in which each finds what it is about. */
const requests: [line: string, body?: unknown][] = [
  ['GET /health'],
  ['GET /openapi.json'],
  ['GET /spec'],
  [
    'POST /seed',
    {
      customers: [{ ...alice, ...documents, type: 'individual' }],
      webhookEndpoints: [{ url: 'http://127.0.0.1:1/', secret: 's' }],
    },
  ],
  ['POST /trigger', { event: 'wallet.depositDetected', set: { 'data.amount': '5' } }],
  ['GET /deliveries'],
  ['POST /scenarios', { outcome: 'reject', match: { nth: 1 }, reason: 'Blurred.', afterMs: 5 }],
  ['POST /scenarios', { rule: 'approve; email=jane@example.com' }],
  ['GET /scenarios'],
  ['DELETE /scenarios'],
  ['POST /dialect', { preset: 'v0.11', errors: 'info' }],
  ['POST /dialect', 'documented'],
  ['GET /dialect'],
  ['POST /faults', { kind: 'latency', latencyMs: 1 }],
  ['POST /faults', { rule: 'status=503; retryAfter=2; nth=9' }],
  ['GET /faults'],
  ['DELETE /faults', { id: 'flt_1' }],
  ['GET /clock'],
  ['POST /clock', { advanceMs: 1000 }],
  ['GET /people'],
  ['GET /customers'],
  ['GET /endpoints'],
  ['GET /events'],
  ['POST /events', { event: { event: 'customer.created', id: 1 } }],
  ['GET /coverage'],
  ['GET /listen-secret'],
  ['GET /exchanges'],
  ['POST /webhooks', { copies: 1, reorder: false }],
  ['GET /violations'],
  ['GET /requests'],
];

const disabled = { url: 'http://127.0.0.1:3/', secret: 's', enabled: false };

test('every admin route takes and returns what its description says', async () => {
  const { server, proxy, ask } = await describedServer();
  const headers = { authorization: 'Bearer any' };
  await server.fetch(`${server.url}/customers?limit=x`, { headers });
  const statuses: [string, number][] = [];
  for (const [line, body] of requests) statuses.push([line, (await ask(line, body)).status]);
  const deliveries = await ask('GET /deliveries');
  await ask('POST /deliveries', { deliveryId: deliveries.body.deliveries[0].id });
  await ask(`GET /deliveries/${deliveries.body.deliveries[0].id}`);
  await ask(`GET /exchanges/${(await ask('GET /exchanges')).body.exchanges[0].id}`);
  const seeded = (await ask('POST /seed', { customers: [alice], webhookEndpoints: [disabled] })).body;
  const { customerIds, webhookEndpointIds } = seeded;
  await ask(`GET /endpoints/${webhookEndpointIds[0]}`);
  await ask(`GET /customers/${customerIds[0]}`);
  const decision = { endorsement: 'usd', status: 'REJECTED', reason: 'No.', afterMs: 0 };
  await ask('POST /endorsements', { customerId: customerIds[0], ...decision });
  await ask('POST /listen', { endpointId: 'whk_0', call: 1, status: 200 });
  await ask('POST /reset');

  expect(statuses.filter(([, status]) => status !== 200)).toEqual([]);
  expect(found(proxy)).toEqual([]);
  const asked = proxy.requests.map(({ operationId }) => operationId);
  const described = Object.values(adminApi.paths).flatMap((item) =>
    Object.values(item).map((one) => one.operationId),
  );
  expect(described.filter((one) => !asked.includes(one) && !['readStream', 'listen'].includes(one))).toEqual(
    [],
  );
});

test('the values that the description lists are those of the tables', () => {
  const { schemas } = adminApi.components;
  const { preset, ...switches } = schemas.Dialect.properties;
  const listed = Object.entries(switches).map(([name, { enum: values }]) => [name, values]);

  expect(Object.fromEntries(listed)).toEqual(
    Object.fromEntries(Object.entries(dialectSwitches).map(([name, { values }]) => [name, values])),
  );
  expect(preset.enum).toEqual(dialectPresets);
  expect(Object.keys(schemas.DialectOptions.properties)).toEqual(Object.keys(schemas.Dialect.properties));
  expect(schemas.FaultKind.enum.toSorted()).toEqual(Object.keys(faultKinds).toSorted());
  expect(schemas.ScenarioName.enum.toSorted()).toEqual(scenarioNames.toSorted());
  expect(schemas.EndorsementName.enum).toEqual(endorsementNames);
  expect(schemas.EndorsementStatus.enum.toSorted()).toEqual(endorsementStatuses.toSorted());
  expect(Object.keys(schemas.FaultRule.properties)).toEqual(['kind', ...Object.keys(fieldChecks)]);
});

test('a refusal has the error shape of the description', async () => {
  const { proxy, ask } = await describedServer();

  expect((await ask('POST /clock', { advanceMs: -1 })).status).toBe(400);
  expect((await ask('POST /deliveries', { deliveryId: 'whd_0' })).status).toBe(404);
  expect((await ask('GET /listen?url=nowhere')).status).toBe(400);
  expect(found(proxy)).toEqual([]);
});

test('a field that the description does not have is refused by its route', async () => {
  const { ask } = await describedServer();
  const bodied = Object.entries(adminApi.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, operation]) => 'requestBody' in operation)
      .map(([method]) => `${method.toUpperCase()} ${path.replace('/__oms', '')}`),
  );
  const statuses = await Promise.all(
    bodied.map(async (line) => [line, (await ask(line, { surplus: 1 })).status]),
  );

  expect(statuses.filter(([, status]) => status !== 400)).toEqual([]);
});

test('the stream says what its description says', async () => {
  const { server } = await describedServer();
  const leaving = new AbortController();
  const response = await server.fetch(new URL('/__oms/stream', server.url), { signal: leaving.signal });
  server.sandbox.seed({
    customers: [{ ...alice, ...documents, type: 'individual' }],
    webhookEndpoints: [
      { url: 'http://127.0.0.1:1/', secret: 's', enabled: false },
      { url: 'http://127.0.0.1:2/', secret: 's' },
    ],
  });
  server.sandbox.trigger('wallet.depositDetected');
  await server.sandbox.delivered();
  server.faults.add('html');
  await server.fetch(`${server.url}/customers?limit=x`);
  let text = '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += new TextDecoder().decode(chunk);
    if (text.includes('"exchange"')) break;
  }
  const changes = text
    .split('\n')
    .flatMap((line) => (line.startsWith('data: ') ? (JSON.parse(line.slice(6)).changes ?? []) : []));
  const check = await startMockServer({ mode: 'mock', listen: false, spec: changesSpec });

  expect(new Set(changes.map(({ type }: { type: string }) => type)).size).toBeGreaterThan(5);
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ changes }),
  };
  await check.fetch(`${check.url}/changes`, init);
  expect(found(check)).toEqual([]);
});

/** A spec with the messages of the stream as bodies. */
const changesSpec = {
  openapi: '3.1.0',
  info: { title: 'Changes', version: '1' },
  paths: {
    '/changes': {
      post: {
        requestBody: {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Changes' } } },
        },
        responses: { 204: { description: 'Taken.' } },
      },
    },
  },
  components: { schemas: adminApi.components.schemas },
};
