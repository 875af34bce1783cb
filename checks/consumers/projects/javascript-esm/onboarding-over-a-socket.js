// Takes a customer from creation to a wallet, against the server that OMS_BASE_URL names.
import { OmsClient } from '@oms-sdk/client';
import { alice } from './alice.js';

const oms = new OmsClient({ apiKey: 'sk_sdbx_any', apiSecret: 'any' });

const customer = await oms.customers.create(alice);
const { data: customers } = await oms.customers.list({ limit: 10 });
const wallet = await oms.wallets.create(customer.id, { asset: 'usdc', chain: 'polygon' });

const facts = { listed: customers.length > 0, address: wallet.address };
process.stdout.write(`${JSON.stringify({ customer: customer.id, ...facts })}\n`);
