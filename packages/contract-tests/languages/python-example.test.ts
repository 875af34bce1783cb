import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { root } from '../src/run-example.js';
import { runProgram } from './run-program.js';

const cwd = `${root}examples/python`;
let server: MockServer;
const python = (...args: string[]) => runProgram('python3', args, { cwd, serverUrl: server.url });

beforeAll(async () => {
  server = await startMockServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

test('the program onboards a customer and verifies the webhook', async () => {
  const { status, stdout, stderr } = await python('main.py');

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^cst_\w+ has basic, cryptoCustody, says a webhook .*\ndeposits go to 0x\w+\n$/);
  server.assertNoViolations();
  expect(server.violations).toEqual([]);
});

test('it makes one customer and one wallet, whatever goes wrong on the way', async () => {
  server.faults.add('status=503; operation=createToken; nth=1');
  server.faults.add('rate-limit; operation=createWebhookEndpoint; nth=1');
  server.faults.add('unauthorized; operation=createCustomer; nth=1');
  server.faults.add('reset-after; operation=createCustomer; nth=2');
  server.faults.add('reset-in-body; operation=createWallet; nth=1');
  server.faults.add('truncated-json; operation=createWallet; nth=2');

  const { status, stderr } = await python('main.py');

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  server.assertFaultsHit();
  const count = await python('-c', countCustomers);
  expect(count).toMatchObject({ status: 0, stdout: '1 1\n' });
});

const countCustomers = `
import os
from oms import Oms
oms = Oms(os.environ["OMS_BASE_URL"], "sk_sdbx_example", "example")
customers = oms.request("GET", "/customers")["data"]
print(len(customers), len(oms.request("GET", "/customers/{id}/wallets", id=customers[0]["id"])["data"]))
`;

test('it shows no identity data, secret or token when a call fails', async () => {
  server.faults.add('status=422; operation=createCustomer');

  const { status, stderr } = await python('main.py');

  expect(status).toBe(1);
  expect(stderr).toContain('POST /customers: 422');
  expect(stderr).not.toMatch(/1990-05-15|X0000000|alice@example\.com|example-api-secret|whsec_|Bearer/);
});

test('its tests of a rejection and of signatures pass', async () => {
  const { status, stderr } = await python('-m', 'unittest');

  expect(stderr).toMatch(/Ran 4 tests in .*\n\nOK\n$/);
  expect(status).toBe(0);
});
