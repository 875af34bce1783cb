// Takes a customer from creation to a wallet, against a mock server in this process.
import { OmsClient } from '@oms-sdk/client';
import { startMockServer } from '@oms-sdk/mock-server';
import { alice } from './alice.js';

const mock = await startMockServer({ mode: 'mock' });
const oms = new OmsClient({ apiKey: 'sk_sdbx_any', apiSecret: 'any', baseUrl: mock.url });

const customer = await oms.customers.create(alice);
const { data: customers } = await oms.customers.list({ limit: 10 });
const wallet = await oms.wallets.create(customer.id, { asset: 'usdc', chain: 'polygon' });
mock.assertNoViolations();
await mock.close();

const facts = { listed: customers.length > 0, address: wallet.address, violations: mock.violations.length };
process.stdout.write(`${JSON.stringify({ customer: customer.id, ...facts })}\n`);
