import { expect, test } from 'vitest';
import { alice, observedSandbox } from './observed-sandbox.js';

const statuses = 'INACTIVE, PENDING, ISSUES, ACTIVE, REJECTED, REVOKED_ISSUES, OFFBOARDED';

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 9e15])('time cannot be advanced by %d', async (ms) => {
  const { server } = await observedSandbox();

  expect(() => server.sandbox.advance(ms)).toThrow(
    new TypeError('advanceMs must be a number of milliseconds from 0 to 1000000000000'),
  );
});

test.each<[string, unknown, string]>([
  ['gold', { status: 'ACTIVE' }, 'endorsement must be one of basic, cryptoCustody, usd'],
  ['basic', { status: 'DONE' }, `status must be one of ${statuses}`],
  ['basic', 'ACTIVE', `status must be one of ${statuses}`],
  [
    'basic',
    { status: 'ACTIVE', afterMs: -1 },
    'afterMs must be a number of milliseconds from 0 to 1000000000000',
  ],
  ['basic', { status: 'REJECTED', reason: 7 }, 'reason must be a text'],
  [
    'basic',
    { status: 'ACTIVE', after: 5 },
    'after is not a field of a review decision; did you mean afterMs?',
  ],
])('a decision on %s of %j is refused', async (endorsement, decision, message) => {
  const { server, send } = await observedSandbox();
  const { body } = await send('POST', '/customers', alice);

  expect(() => server.sandbox.decide(String(body['id']), endorsement as 'basic', decision as never)).toThrow(
    message,
  );
});

test('what is not there is named', async () => {
  const { sandbox } = (await observedSandbox()).server;

  expect(() => sandbox.decide('cst_0', 'basic', { status: 'ACTIVE' })).toThrow('There is no such customer.');
  expect(() => sandbox.redeliver('whd_0')).toThrow('There is no such delivery.');
  expect(() => sandbox.setDeliveryOptions({}, 'whk_0')).toThrow('There is no such webhook endpoint.');
});

test.each(['DELETE', 'PATCH'])('nothing is sent once more to an endpoint after a %s', async (method) => {
  const { server, send } = await observedSandbox();
  const { body } = await send('POST', '/webhooks', { url: 'https://app.example.com/hooks' });
  await send('POST', '/customers', { ...alice, endorsements: ['basic'] });
  server.sandbox.advance(1000);
  await send(method, `/webhooks/${body['id']}`, method === 'PATCH' ? { enabled: false } : undefined);

  expect(() => server.sandbox.redeliver(server.sandbox.deliveries()[0]?.id ?? '')).toThrow(
    'The webhook endpoint of this delivery is disabled or deleted.',
  );
});

test('an admin route ends its refusal with one full stop', async () => {
  const { send } = await observedSandbox();

  expect((await send('POST', '/__oms/deliveries', { deliveryId: 'whd_0' })).body).toMatchObject({
    message:
      'This cannot be done: There is no such delivery. GET /__oms/deliveries, or sandbox.deliveries(), lists them.',
  });
});
