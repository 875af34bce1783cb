import type { GivenDialect } from '@oms-sdk/mock-server';
import { createSandbox } from '@oms-sdk/mock-server/sandbox';
import document from '@oms-sdk/openapi/openapi.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { alice, documents, observedSandbox } from './observed-sandbox.js';

const events = Object.keys(document.webhooks);

/** A sandbox with an endpoint for everything, and what was sent to it. */
async function listening(dialect: GivenDialect = 'documented') {
  const sent: Record<string, unknown>[] = [];
  const deliver = async (_: string, body: string) => {
    sent.push(JSON.parse(body) as Record<string, unknown>);
    return 204;
  };
  const { server, send } = await observedSandbox(1, { deliver, dialect });
  await send('POST', '/webhooks', { url: 'https://app.example.com/hooks' });
  return { server, send, sent, sandbox: server.sandbox };
}

test.each(events)('%s can be sent on demand, and keeps its schema', async (event) => {
  const { sandbox, server, sent } = await listening();

  const [delivery] = sandbox.trigger(event);
  await sandbox.delivered();

  expect(delivery).toMatchObject({ event, state: 'pending' });
  expect(sent).toMatchObject([{ id: delivery?.id }]);
  expect(sent[0]?.['event'] ?? sent[0]?.['eventType']).toBe(event);
  expect(server.violations).toEqual([]);
});

test.each(['v0.11', 'precedent', 'endorsementName=both, requirements=codes, errors=info'] as const)(
  'every event of the spec can be sent in the dialect %s, with the data of a customer and without',
  async (dialect) => {
    const { sandbox, server, send, sent } = await listening(dialect);
    const { body } = await send('POST', '/customers', { ...alice, ...documents });

    for (const event of events)
      for (const options of [{}, { customer: String(body['id']) }]) sandbox.trigger(event, options);
    await sandbox.delivered();

    expect(new Set(sent.map(({ event, eventType }) => event ?? eventType))).toEqual(new Set(events));
    expect([sent.length, server.violations]).toEqual([2 * events.length, []]);
  },
);

test.each(events)('%s shows the data of a customer', async (event) => {
  const { sandbox, send, sent } = await listening();
  const { body } = await send('POST', '/customers', { ...alice, ...documents, firstName: 'Bob' });
  sandbox.advance(1000);
  const wallet = (await send('POST', `/customers/${body['id']}/wallets`, { asset: 'usdc', chain: 'polygon' }))
    .body;

  sandbox.trigger(event, { customer: String(body['id']) });
  await sandbox.delivered();

  const data = sent.at(-1)?.['data'] as Record<string, unknown>;
  if ('customerId' in data) expect(data['customerId']).toBe(body['id']);
  if (data['object'] === 'customer') expect(data['id']).toBe(body['id']);
  if ('walletId' in data) expect(data['walletId']).toBe(wallet['id']);
  if ('owner' in data) expect(data['owner']).toMatchObject({ name: 'Bob Martin' });
  expect(sent.map(({ sequence }) => sequence)).toEqual([1, 2]);
});

test('a value that is set takes the type of the one it replaces', async () => {
  const { sandbox, sent } = await listening();

  sandbox.trigger('customer.endorsement.granted', {
    set: { 'data.endorsements': '["basic"]', 'data.id': '5' },
  });
  await sandbox.delivered();

  expect(sent).toMatchObject([{ data: { endorsements: ['basic'], id: '5' } }]);
});

test.each<[string, object, string]>([
  ['wallet.deposit', {}, 'webhook.test; did you mean wallet.depositDetected?'],
  ['toString', {}, 'event must be one of customer.endorsement.granted, '],
  ['webhook.test', { custmer: 'x' }, 'custmer is not an option of trigger; did you mean customer?'],
  ['webhook.test', { customer: 'cst_0' }, 'There is no such customer.'],
  ['webhook.test', { customer: 7 }, 'customer must be the id of a customer'],
  ['webhook.test', { set: 'x' }, 'set must be an object of values by their paths'],
  ['webhook.test', { set: { id: 'x' } }, 'id is made by the sandbox and cannot be set'],
  [
    'customer.endorsement.granted',
    { set: { 'data.endorsement': 'x' } },
    'the event has no data.endorsement; did you mean data.endorsements?',
  ],
  [
    'customer.endorsement.granted',
    { set: { 'data.__proto__.x': 'x' } },
    'the event has no data.__proto__ (known: id, object, endorsements)',
  ],
  [
    'customer.endorsement.granted',
    { set: { 'data.id.x': 'x' } },
    'the event has no data.id.x (nothing is below it)',
  ],
  ['customer.endorsement.granted', { set: { 'data.endorsements': 'gold' } }, 'data.endorsements: '],
])('%s with %j is refused, and nothing is sent', async (event, options, message) => {
  const { sandbox, server } = await listening();

  expect(() => sandbox.trigger(event, options)).toThrow(message);
  expect([sandbox.deliveries(), server.violations]).toEqual([[], []]);
});

test('the sandbox alone sends the events of the shipped spec', async () => {
  const sandbox = createSandbox({ deliver: async () => 204 });

  expect(sandbox.trigger('webhook.test')).toEqual([]);
  expect(() => sandbox.trigger('none')).toThrow(`one of ${events.join(', ')}`);
});
