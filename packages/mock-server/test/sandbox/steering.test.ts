import { expect, test } from 'vitest';
import { alice, observedSandbox } from './observed-sandbox.js';

const statuses = 'INACTIVE, PENDING, ISSUES, ACTIVE, REJECTED, REVOKED_ISSUES, OFFBOARDED';

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('time cannot be advanced by %d', async (ms) => {
  const { server } = await observedSandbox();

  expect(() => server.sandbox.advance(ms)).toThrow(
    new RangeError('ms must be a number of milliseconds, 0 or more'),
  );
});

test.each<[string, unknown, string]>([
  ['gold', { status: 'ACTIVE' }, 'endorsement must be one of basic, cryptoCustody, usd'],
  ['basic', { status: 'DONE' }, `status must be one of ${statuses}`],
  ['basic', 'ACTIVE', `status must be one of ${statuses}`],
  ['basic', { status: 'ACTIVE', afterMs: -1 }, 'afterMs must be a number of milliseconds, 0 or more'],
  ['basic', { status: 'ACTIVE', after: 5 }, 'after is not a field of a ruling; did you mean afterMs?'],
])('a ruling on %s of %j is refused', async (endorsement, ruling, message) => {
  const { server, send } = await observedSandbox();
  const { body } = await send('POST', '/customers', alice);

  expect(() => server.sandbox.rule(String(body['id']), endorsement as 'basic', ruling as never)).toThrow(
    message,
  );
});

test('what is not there is named', async () => {
  const { sandbox } = (await observedSandbox()).server;

  expect(() => sandbox.rule('cst_0', 'basic', { status: 'ACTIVE' })).toThrow('There is no such customer.');
  expect(() => sandbox.redeliver('whd_0')).toThrow('There is no such delivery.');
  expect(() => sandbox.setWebhookHabits({}, 'whk_0')).toThrow('There is no such webhook endpoint.');
});

test('an admin route ends its refusal with one full stop', async () => {
  const { send } = await observedSandbox();

  expect((await send('POST', '/__oms/deliveries', { deliveryId: 'whd_0' })).body).toMatchObject({
    message: 'This cannot be done: There is no such delivery.',
  });
});
