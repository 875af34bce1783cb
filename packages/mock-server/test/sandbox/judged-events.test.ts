import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MockServerOptions, startMockServer, type Violation } from '@oms-sdk/mock-server';
import document from '@oms-sdk/openapi/openapi.json' with { type: 'json' };
import { expect, onTestFinished, test } from 'vitest';
import { alice, begin, documents } from './observed-sandbox.js';

type Schemas = Record<string, { properties: Record<string, object>; required: string[] }>;

/** A sandbox whose spec was changed, that sent the event of an endorsed customer. */
async function eventBy(
  change: (spec: { webhooks: Record<string, unknown>; components: { schemas: Schemas } }) => void,
  { strict = false, report }: Pick<MockServerOptions, 'strict' | 'report'> = {},
) {
  const spec = structuredClone(document) as never;
  change(spec);
  const told: Violation[] = [];
  const sent: string[] = [];
  const server = await startMockServer({
    mode: 'sandbox',
    listen: false,
    now: () => begin,
    spec,
    strict,
    report,
    onViolation: (violation) => told.push(violation),
    deliver: async (_, body) => {
      sent.push(body);
      return 204;
    },
  });
  const post = async (path: string, body: object, token = '') => {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': path,
      authorization: `Bearer ${token}`,
    };
    return (
      await server.fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
    ).json();
  };
  const { accessToken } = await post('/auth/token', { apiKey: 'sk_sdbx_example', apiSecret: 'example' });
  await post('/webhooks', { url: 'https://app.example.com/hooks' }, accessToken);
  await post('/customers', { ...alice, ...documents }, accessToken);
  server.sandbox.advance(1000);
  await server.sandbox.delivered();
  return { server, sent, told };
}

/** Makes every event break the spec. */
function requireGrantedAt({ components }: { components: { schemas: Schemas } }): void {
  components.schemas['CustomerEndorsementGrantedData']?.required.push('grantedAt');
}

test('an event that keeps the spec is sent and nothing is reported', async () => {
  const { sent, told } = await eventBy(() => undefined);

  expect([sent.length, told]).toEqual([1, []]);
});

test('an event that breaks the spec is reported as the fault of the server, and sent', async () => {
  const { server, sent, told } = await eventBy(requireGrantedAt);

  expect(told).toEqual([
    {
      direction: 'event',
      severity: 'error',
      code: 'event.body.required',
      location: ['body', 'data', 'grantedAt'],
      message: 'Is required.',
      operationId: 'receiveCustomerEndorsementGranted',
      method: 'POST',
      path: 'customer.endorsement.granted',
      blame: 'server',
    },
  ]);
  expect(server.violations).toEqual(told);
  expect(sent).toHaveLength(1);
});

test('an event that breaks the spec has a line in the report', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'oms-events-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const report = join(folder, 'report.ndjson');
  await eventBy(requireGrantedAt, { report });
  const lines = readFileSync(report, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

  const name = 'customer.endorsement.granted';
  expect(lines.filter(({ event }) => event === 'delivery')).toMatchObject([
    { name, violations: [{ code: 'event.body.required', direction: 'event', blame: 'server' }] },
  ]);
});

test('a strict server does not send it', async () => {
  const { server, sent } = await eventBy(requireGrantedAt, { strict: true });

  expect(sent).toEqual([]);
  expect(server.sandbox.deliveries()).toMatchObject([{ state: 'failed', attempts: [] }]);
});

test.each<[string, Parameters<typeof eventBy>[0]]>([
  ['event.unknown', ({ webhooks }) => delete webhooks['customer.endorsement.granted']],
  [
    'event.body.undeclared-property',
    ({ components }) => delete components.schemas['EventEnvelope']?.properties['sequence'],
  ],
  [
    'event.body.write-only',
    ({ components }) => {
      Object.assign(components.schemas['CustomerEndorsementGrantedData']?.properties['id'] ?? {}, {
        writeOnly: true,
      });
    },
  ],
])('notices %s', async (code, change) => {
  const { told } = await eventBy(change);

  expect(told.map((violation) => violation.code)).toContain(code);
});

test('a spec without webhooks has no say', async () => {
  const { sent, told } = await eventBy((spec) => Reflect.deleteProperty(spec, 'webhooks'));

  expect([sent.length, told]).toEqual([1, []]);
});
