// Takes a customer from creation to a wallet in a page, against the sandbox in that page.
import { OmsClient } from '@oms-sdk/client';
import { createSandbox } from '@oms-sdk/mock-server/sandbox';
import { alice } from './alice.js';

const sandbox = createSandbox({ seed: 7 });
const oms = new OmsClient({
  apiKey: 'sk_sdbx_any',
  apiSecret: 'any',
  dangerouslyAllowBrowser: true,
  fetch: sandbox.fetch,
});

const customer = await oms.customers.create(alice);
const { data: customers } = await oms.customers.list({ limit: 10 });
await oms.customers.waitForEndorsement(customer.id, 'cryptoCustody');
const wallet = await oms.wallets.create(customer.id, { asset: 'usdc', chain: 'polygon' });

document.title = JSON.stringify({
  customer: customer.id,
  listed: customers.length > 0,
  address: wallet.address,
});
