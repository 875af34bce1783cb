import { type CallError, OmsClient, OmsError, RateLimitError } from '@oms-sdk/client';
import { createWebhookHandler, type WebhookEvent } from '@oms-sdk/client/webhooks';
import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { speedUpTimers } from '../src/fault-server/speed-up-timers.js';

beforeEach(() => speedUpTimers());

let handle = async (_: Request) => new Response(null, { status: 500 });
const server = await startMockServer({
  mode: 'sandbox',
  deliver: async (url, body, headers) =>
    (await handle(new Request(url, { method: 'POST', body, headers }))).status,
});
afterAll(() => server.close());
beforeEach(() => server.reset());

const credentials = { apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret' };
const transports: Record<string, () => Partial<{ fetch: MockServer['fetch'] }>> = {
  'in process': () => ({ fetch: server.fetch }),
  'over a socket': () => ({}),
};
/** Limits so wide that a slow machine does not reach them. */
const patient = { timeoutMs: 600_000, deadlineMs: 2_000_000 };
/** Gives up on a stalled answer after two real seconds, as often as it takes. */
const hasty = { ...patient, timeoutMs: 40_000, maxRetries: 8 };
const clientOver = (transport: keyof typeof transports, limits: object = patient) =>
  new OmsClient({ ...credentials, baseUrl: server.url, ...limits, ...transports[transport]?.() });
const creates = () => server.requests.filter(({ operationId }) => operationId === 'createCustomer');
const customers = async (oms: OmsClient) => oms.customers.list().toArray({ limit: 1000 });

describe.each(Object.keys(transports))('%s', (transport) => {
  test.each([
    ['latency=10', 1],
    ['latency=10; when=after', 1],
    ['latency=90000; when=after', 2],
    ['reset-before', 2],
    ['reset-after', 2],
    ['reset-in-body', 2],
    ['reset-in-body=0', 2],
    ['stalled-body', 2],
    ['stalled-body=0', 2],
    ['truncated-json', 2],
    ['html', 2],
    ['html=504; when=after', 2],
    ['status=500', 2],
    ['status=503; retryAfter=0', 2],
    ['status=503; when=after', 2],
    ['status=408', 2],
    ['rate-limit=0', 2],
    ['rate-limit=1', 2],
    ['rate-limit=Wed, 21 Oct 2015 07:28:00 GMT', 2],
    ['rate-limit=soon', 2],
    ['unauthorized', 2],
    ['clock-skew=600000', 1],
  ])('a create that meets %s is carried out once, in %i attempts', async (rule, attempts) => {
    const canHang = /^(?:latency=90000|stalled)/.test(rule);
    const oms = clientOver(transport, canHang ? hasty : patient);
    await oms.customers.list();
    server.faults.add(`${rule}; operation=createCustomer; nth=1`);

    const { id } = await oms.customers.create({ type: 'individual', firstName: 'Jane' });

    expect(await customers(oms)).toMatchObject([{ id, firstName: 'Jane' }]);
    expect(canHang ? Math.min(creates().length, attempts) : creates().length).toBe(attempts);
    server.assertNoViolations();
  });
});

test('a wait of an hour is not waited for, and stands on the error', async () => {
  const oms = clientOver('in process');
  server.faults.add('rate-limit=3600; operation=createCustomer');

  const error = await oms.customers.create({ type: 'individual' }).catch((reason: unknown) => reason);

  expect(error).toBeInstanceOf(RateLimitError);
  expect(error).toMatchObject({ retryAfterMs: 3_600_000, outcome: 'rejected' });
  expect(creates()).toHaveLength(1);
});

test('a write without a key is not repeated when its answer is lost', async () => {
  const oms = clientOver('in process');
  const { id } = await oms.customers.create({ type: 'individual', firstName: 'Jane' });
  server.faults.add('reset-after; operation=updateCustomer');

  const error = await oms.customers.update(id, { firstName: 'Janet' }).catch((reason: unknown) => reason);

  expect(error).toMatchObject({ name: 'ConnectionError', outcome: 'unknown' });
  expect(server.faults.list()).toMatchObject([{ calls: 1, hits: 1 }]);
  expect((await oms.customers.get(id)).firstName).toBe('Janet');
});

test('an outage that lasts ends in the error of its status', async () => {
  const oms = clientOver('in process');
  server.faults.add('status=503; operation=listCustomers');

  const error = await oms.customers.list().then(undefined, (reason: unknown) => reason);

  expect(error).toMatchObject({ status: 503, attempts: [{ status: 503 }, { status: 503 }, { status: 503 }] });
});

test('a fault by header hits one call on every attempt and no other', async () => {
  const oms = clientOver('in process');
  const headers = { 'x-oms-fault': 'html' };

  const error = await oms.customers.list({}, { headers }).then(undefined, (reason: unknown) => reason);

  expect(error).toMatchObject({ status: 502 });
  expect((await oms.customers.list()).data).toEqual([]);
});

test.each([-86_400_000, 86_400_000])(
  'a server whose clock is off by %i ms is asked for one token',
  async (skewMs) => {
    const oms = clientOver('in process');
    server.faults.add({ kind: 'clock-skew', skewMs });

    for (let call = 0; call < 3; call += 1) await oms.customers.list();

    expect(server.requests.filter(({ operationId }) => operationId === 'createToken')).toHaveLength(1);
  },
);

test('a webhook that is delivered three times is handled once', async () => {
  const events: WebhookEvent[] = [];
  const oms = clientOver('in process');
  const { secret } = await oms.webhookEndpoints.create({ url: 'https://app.example.com/hooks' });
  handle = createWebhookHandler({ secret, on: {}, fallback: (event) => void events.push(event) });
  server.faults.add('duplicate-delivery=2');

  const { id } = await oms.customers.create({ type: 'individual' });
  server.sandbox.decide(id, 'basic', { status: 'ACTIVE' });
  await server.sandbox.delivered();

  expect(events).toMatchObject([{ event: 'customer.endorsement.granted', data: { id } }]);
});

/** Creates one customer and, as a job would, makes the call again with the key on its error until it is through. */
async function drive(oms: OmsClient, externalId: string): Promise<string> {
  for (let options = {}; ; ) {
    try {
      return (await oms.customers.create({ type: 'individual', externalId }, options)).id;
    } catch (error) {
      if (!OmsError.is(error)) throw error;
      options = { idempotencyKey: (error as CallError).idempotencyKey };
    }
  }
}

const harsh = [
  'reset-before; probability=0.1',
  'reset-after; probability=0.15',
  'reset-in-body; probability=0.1',
  'truncated-json; probability=0.1',
  'html; when=after; probability=0.1',
  'status=503; probability=0.1',
  'rate-limit=0; probability=0.1',
];

test.each(Object.keys(transports))(
  'creates under a storm are neither lost nor doubled, %s',
  async (transport) => {
    const oms = clientOver(transport);
    await oms.customers.list();
    for (const rule of harsh) server.faults.add(`${rule}; operation=createCustomer`);
    const names = Array.from({ length: 100 }, (_, index) => `usr_${index}`);

    const ids = await Promise.all(names.map((name) => drive(oms, name)));
    server.faults.clear();

    const kept = new Map((await customers(oms)).map(({ externalId, id }) => [externalId, id]));
    expect(await customers(oms)).toHaveLength(names.length);
    expect(kept).toEqual(new Map(names.map((name, index) => [name, ids[index]])));
    expect(creates().length).toBeGreaterThan(1.5 * names.length);
    server.assertNoViolations();
  },
);
