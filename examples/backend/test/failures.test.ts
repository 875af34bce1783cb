import { startMockServer } from '@oms-sdk/mock-server';
import { people } from '@oms-sdk/mock-server/people';
import { expect, onTestFinished, test, vi } from 'vitest';
import { freePort, startBackend, startWorld } from './running-backend.js';

const { type: _, externalId: __, ...person } = people.complete;

test('a create whose response is always lost makes one customer', async () => {
  const { sandbox, send, stateOf, oms } = await startWorld();
  const fault = sandbox.faults.add({ kind: 'reset-after', operation: 'createCustomer' });

  expect((await send('PUT', '/accounts/usr_1', person)).status).toBe(503);
  expect(fault.hits).toBe(3);
  sandbox.faults.clear();
  expect((await send('PUT', '/accounts/usr_1', person)).status).toBe(200);
  sandbox.sandbox.advance(1000);

  expect((await stateOf('usr_1', 'open'))['state']).toBe('open');
  expect(await oms.customers.list().toArray({ limit: 10 })).toHaveLength(1);
});

test('a wallet whose response is lost is made once', async () => {
  const { sandbox, send, stateOf, oms } = await startWorld({ checks: 'immediate' });
  const fault = sandbox.faults.add({ kind: 'reset-after', operation: 'createWallet', first: 4 });

  await send('PUT', '/accounts/usr_1', person);

  expect((await stateOf('usr_1', 'open'))['state']).toBe('open');
  expect(fault.hits).toBeGreaterThan(0);
  const [customer] = await oms.customers.list().toArray({ limit: 10 });
  expect((await oms.wallets.list(customer?.id ?? '')).data).toHaveLength(1);
});

test('a process that dies while a customer is made finds that customer when it starts again', async () => {
  const { sandbox, send, stateOf, kill, restart, oms } = await startWorld({ checks: 'immediate' });
  sandbox.faults.add({ kind: 'latency', latencyMs: 600_000, when: 'after', operation: 'createCustomer' });

  const lost = send('PUT', '/accounts/usr_1', person).catch(() => undefined);
  const isMade = async () => (await oms.customers.list()).data.length === 1;
  await vi.waitUntil(isMade, { timeout: 50_000 });
  await kill();
  await lost;
  sandbox.faults.clear();
  await restart();

  expect((await stateOf('usr_1', 'open'))['state']).toBe('open');
  expect((await send('PUT', '/accounts/usr_1', person)).status).toBe(200);
  expect(await oms.customers.list().toArray({ limit: 10 })).toHaveLength(1);
});

test('requests for one account at the same time make one customer', async () => {
  const { send, oms } = await startWorld();
  const corrected = { ...person, phone: '+12025550199' };

  const replies = await Promise.all(
    [person, corrected, person].map((body) => send('PUT', '/accounts/usr_1', body)),
  );

  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await oms.customers.list().toArray({ limit: 10 })).toHaveLength(1);
});

test('it starts before the API does', async () => {
  const apiPort = await freePort();
  const { send } = await startBackend(await freePort(), `http://127.0.0.1:${apiPort}/v0.9`);

  expect((await send('PUT', '/accounts/usr_1', person)).status).toBe(503);
  const sandbox = await startMockServer({ port: apiPort });
  onTestFinished(() => sandbox.close());
  expect((await send('PUT', '/accounts/usr_1', person)).status).toBe(200);
});
