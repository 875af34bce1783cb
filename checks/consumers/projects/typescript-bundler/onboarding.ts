import { type Customer, OmsClient, type Wallet } from '@oms-sdk/client';
import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { alice } from './alice';

const mock: MockServer = await startMockServer({ mode: 'mock' });
const oms = new OmsClient({ apiKey: 'sk_sdbx_any', apiSecret: 'any', baseUrl: mock.url });

const customer: Customer = await oms.customers.create(alice);
const { data: customers } = await oms.customers.list({ limit: 10 });
const wallet: Wallet = await oms.wallets.create(customer.id, { asset: 'usdc', chain: 'polygon' });
mock.assertNoViolations();
await mock.close();

const facts = { listed: customers.length > 0, address: wallet.address, violations: mock.violations.length };
process.stdout.write(`${JSON.stringify({ customer: customer.id, ...facts })}\n`);
