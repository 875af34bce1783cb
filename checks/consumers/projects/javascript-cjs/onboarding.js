// Takes a customer from creation to a wallet, with require() alone.
const { OmsClient } = require('@oms-sdk/client');
const { startMockServer } = require('@oms-sdk/mock-server');
const { alice } = require('./alice.js');

async function onboard() {
  const mock = await startMockServer({ mode: 'mock' });
  const oms = new OmsClient({ apiKey: 'sk_sdbx_any', apiSecret: 'any', baseUrl: mock.url });

  const customer = await oms.customers.create(alice);
  const { data: customers } = await oms.customers.list({ limit: 10 });
  const wallet = await oms.wallets.create(customer.id, { asset: 'usdc', chain: 'polygon' });
  mock.assertNoViolations();
  await mock.close();

  const facts = { listed: customers.length > 0, address: wallet.address, violations: mock.violations.length };
  process.stdout.write(`${JSON.stringify({ customer: customer.id, ...facts })}\n`);
}

onboard();
