import { people } from '@oms-sdk/mock-server/people';
import { expect, test } from 'vitest';
import { observedSandbox } from './observed-sandbox.js';

test('waiting for deliveries sends what is held back to be overtaken', async () => {
  const sent: string[] = [];
  const { server, send } = await observedSandbox(1, {
    checks: 'immediate',
    webhooks: { reorder: true },
    webhookEndpoints: [{ url: 'http://127.0.0.1:9/hooks', secret: 'whsec_known' }],
    deliver: async (_, body) => {
      sent.push(body);
      return 204;
    },
  });
  await send('POST', '/customers', people.complete);

  await server.sandbox.delivered();

  expect(sent).toHaveLength(1);
  expect(server.sandbox.deliveries()).toMatchObject([{ state: 'delivered', attempts: [204] }]);
});

test('what was held back and sent is not overtaken any more', async () => {
  const order: string[] = [];
  const { server, send } = await observedSandbox(1, {
    checks: 'immediate',
    webhooks: { reorder: true },
    webhookEndpoints: [{ url: 'http://127.0.0.1:9/hooks', secret: 'whsec_known' }],
    deliver: async (_, body) => {
      order.push((JSON.parse(body) as { data: { id: string } }).data.id);
      return 204;
    },
  });
  const { body: first } = await send('POST', '/customers', people.complete);
  await server.sandbox.delivered();
  const { body: second } = await send('POST', '/customers', people.leapDay);
  const { body: third } = await send('POST', '/customers', people.accents);
  await server.sandbox.delivered();

  expect(order).toEqual([first['id'], third['id'], second['id']]);
});

test('a server says which of its fault rules hit nothing', async () => {
  const { server, send } = await observedSandbox(1, { faults: ['status=503; operation=getCustomer'] });
  expect(() => server.assertFaultsHit()).toThrow(
    'status; status=503; operation=getCustomer: no call was one it is about',
  );

  await send('GET', '/customers/cst_1');

  expect(() => server.assertFaultsHit()).not.toThrow();
});
