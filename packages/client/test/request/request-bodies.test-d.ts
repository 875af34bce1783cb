import type { OmsClient } from '@oms-sdk/client';

declare const client: OmsClient;
const owner = { type: 'individual' };
const account = { type: 'internal', network: 'ach', owner, bankDetails: {} };

/* CANNOT send an unknown key in the body of any method. */
// @ts-expect-error secret is not apiSecret
client.auth.createToken({ apiKey: 'key', apiSecret: 'secret', secret: 'secret' });
// @ts-expect-error name is not firstName
client.customers.create({ type: 'individual', name: 'Jane' });
// @ts-expect-error name is not firstName
client.customers.update('cst_1', { name: 'Jane' });
// @ts-expect-error token is not asset
client.wallets.create('cst_1', { asset: 'usdc', chain: 'polygon', token: 'usdc' });
// @ts-expect-error event is not events
client.webhookEndpoints.create({ url: 'https://example.com', event: ['wallet.provisioned'] });
// @ts-expect-error active is not enabled
client.webhookEndpoints.update('whk_1', { active: false });
// @ts-expect-error bank is not bankDetails
client.externalAccounts.create('cst_1', { ...account, bank: {} });

/* CAN send the same bodies without it. */
client.auth.createToken({ apiKey: 'key', apiSecret: 'secret' });
client.wallets.create('cst_1', { asset: 'usdc', chain: 'polygon' });
client.webhookEndpoints.create({ url: 'https://example.com', events: ['wallet.provisioned'] });
client.webhookEndpoints.update('whk_1', { enabled: false });
client.externalAccounts.create('cst_1', account);
