import { OmsClient } from '@oms-sdk/client';

/** Each line with a name behind it is a mistake; the name is what the compiler should call the type it expects. */
const oms = new OmsClient();
const sent = { type: 'individual' as const, firstName: 7 };

oms.customers.create(sent); // CustomerCreateParams
oms.customers.create({ type: 'individual', frstName: 'Jane' }); // CustomerCreateParams
oms.customers.create({}); // CustomerCreateParams
oms.customers.update('cst_1', { fistName: 'Jane' }); // CustomerUpdateParams
oms.customers.list({ sttus: 'active' }); // CustomerListParams
oms.wallets.create('cst_1', { asset: 'usdc' }); // WalletCreateParams
oms.webhookEndpoints.create({ url: 'https://app.example.com/', event: [] }); // WebhookEndpointCreateParams
export const text: string = await oms.customers.get('cst_1'); // Customer
export const count: number = await oms.customers.list(); // CustomerList
export const address: string = await oms.wallets.get('wal_1'); // Wallet
