import { signWebhook } from '@oms-sdk/client/webhooks';
import { people } from '@oms-sdk/mock-server/people';
import { expect, test, vi } from 'vitest';
import { startWorld, webhookSecret } from './running-backend.js';

const { type: _, externalId: __, ...person } = people.complete;
const body = '{"event":"webhook.test","id":"whd_1","data":{"customerId":"cst_1"}}';
const deliveries = 'SELECT id FROM deliveries';

test('a delivery that comes three times, and out of order, is stored once', async () => {
  const { sandbox, send, stateOf, rows } = await startWorld();
  sandbox.sandbox.setDeliveryOptions({ copies: 3, reorder: true });

  for (const id of ['usr_1', 'usr_2']) await send('PUT', `/accounts/${id}`, person);
  sandbox.sandbox.advance(1000);
  await sandbox.sandbox.delivered();

  const sent = sandbox.sandbox.deliveries();
  expect(sent.map(({ attempts }) => attempts)).toEqual([
    [204, 204, 204],
    [204, 204, 204],
  ]);
  expect(rows(deliveries)).toHaveLength(2);
  for (const id of ['usr_1', 'usr_2']) expect((await stateOf(id, 'open'))['state']).toBe('open');
});

test('an event that could not be delivered opens the account when it is sent again', async () => {
  const { sandbox, send, stateOf, kill, restart, rows } = await startWorld();
  await send('PUT', '/accounts/usr_1', person);
  await kill();
  sandbox.sandbox.advance(1000);
  await sandbox.sandbox.delivered();
  await restart();
  sandbox.sandbox.advance(60_000);
  await sandbox.sandbox.delivered();

  expect(rows(deliveries)).toHaveLength(1);
  expect((await stateOf('usr_1', 'open'))['state']).toBe('open');
});

test('what was acknowledged before a crash is worked on after it', async () => {
  const { sandbox, send, kill, restart, rows, stateOf } = await startWorld();
  const open = 'SELECT id FROM deliveries WHERE isDone = 0';
  sandbox.faults.add({ kind: 'status', status: 503, operation: 'getCustomer' });
  await send('PUT', '/accounts/usr_1', person);
  sandbox.sandbox.advance(1000);
  await sandbox.sandbox.delivered();

  expect([sandbox.sandbox.deliveries()[0]?.attempts, rows(open).length]).toEqual([[204], 1]);
  await kill();
  sandbox.faults.clear();
  await restart();
  expect((await stateOf('usr_1', 'open'))['state']).toBe('open');
  await vi.waitUntil(() => rows(open).length === 0, { timeout: 50_000 });
});

test('the body may have no type, and an event of v0.9 no id', async () => {
  const { send, rows } = await startWorld();
  const old = '{"event":"customer.endorsement.granted","data":{"id":"cst_1","endorsements":["basic"]}}';
  const { 'webhook-signature': signature } = await signWebhook(old, webhookSecret);
  const headers = { 'webhook-signature': signature, 'content-type': '' };

  for (const _copy of [1, 2]) expect((await send('POST', '/webhooks', old, headers)).status).toBe(204);
  expect(rows(deliveries)).toEqual([{ id: signature }]);
});

test('forged deliveries are refused, and leave nothing behind', async () => {
  const { send, rows } = await startWorld();
  const signed = await signWebhook(body, webhookSecret);
  const forged: Record<string, [body: string, headers: object]> = {
    'without a signature': [body, {}],
    'signed by somebody else': [body, await signWebhook(body, `whsec_${'f'.repeat(64)}`)],
    'with another body': [body.replace('cst_1', 'cst_2'), signed],
    'signed an hour ago': [
      body,
      await signWebhook(body, webhookSecret, { timestampMs: Date.now() - 3_600_000 }),
    ],
    'without a body': ['', await signWebhook('', webhookSecret)],
    'not an event': ['[]', await signWebhook('[]', webhookSecret)],
  };
  const statuses: Record<string, number> = {};
  for (const [what, [sent, headers]] of Object.entries(forged))
    statuses[what] = (await send('POST', '/webhooks', sent, { ...headers })).status;

  expect(statuses).toEqual(Object.fromEntries(Object.keys(forged).map((what) => [what, 400])));
  expect(rows(deliveries)).toEqual([]);
});
