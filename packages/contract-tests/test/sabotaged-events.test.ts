import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCheckingServer, violationsOfRequest } from '../src/checking-server.js';
import { readExample } from '../src/examples.js';
import { eventSabotages } from '../src/sabotage/event-sabotages.js';
import { fillSandbox } from '../src/sabotage/fill-sandbox.js';
import { inShort } from '../src/sabotage/sabotage.js';

const headers = {
  authorization: 'Bearer any',
  'content-type': 'application/json',
  'webhook-signature': 't=1,v1=0',
};

let server: MockServer;
let delivered = '';
beforeAll(async () => {
  server = await startCheckingServer([]);
  const deliver = async (_: string, body: string) => {
    delivered = body;
    return 204;
  };
  await using sandbox = await startMockServer({ mode: 'sandbox', listen: false, deliver });
  const { ask } = await fillSandbox(sandbox);
  await ask({ method: 'POST', path: '/customers', body: readExample('customer-create-jane') });
  sandbox.sandbox.advance(1000);
  await sandbox.sandbox.delivered();
});
afterAll(() => server.close());

const violationsOf = async (body: string) => {
  const path = '/events/customer.endorsement.granted';
  return inShort(await violationsOfRequest(server, { method: 'POST', path, headers, body }));
};

test.each(eventSabotages)('the contract chain notices that $title', async ({ drift, noticed }) => {
  expect(await violationsOf(drift(delivered))).toEqual(noticed);
});

test('the contract chain finds nothing wrong with a delivery as the sandbox makes it', async () => {
  expect(delivered).not.toBe('');
  expect(await violationsOf(delivered)).toEqual([]);
});
