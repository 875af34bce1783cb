import type { OmsClient } from '@oms-sdk/client';

declare const client: OmsClient;
const byId = { params: { path: { id: 'id_1' } } };
const byCustomer = { params: { path: { customerId: 'cst_1' } } };
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

/* CANNOT send one through raw either. */
// @ts-expect-error secret is not apiSecret
client.raw.POST('/auth/token', { body: { apiKey: 'key', apiSecret: 'secret', secret: 'secret' } });
// @ts-expect-error name is not firstName
client.raw.POST('/customers', { body: { type: 'individual', name: 'Jane' } });
// @ts-expect-error name is not firstName
client.raw.PATCH('/customers/{customerId}', { ...byCustomer, body: { name: 'Jane' } });
// @ts-expect-error token is not asset
client.raw.POST('/customers/{id}/wallets', { ...byId, body: { asset: 'usdc', chain: 'polygon', token: '' } });
// @ts-expect-error event is not events
client.raw.POST('/webhooks', { body: { url: 'https://example.com', event: ['wallet.provisioned'] } });
// @ts-expect-error active is not enabled
client.raw.PATCH('/webhooks/{id}', { ...byId, body: { active: false } });
// @ts-expect-error bank is not bankDetails
client.raw.POST('/customers/{id}/external-accounts', { ...byId, body: { ...account, bank: {} } });

/* CAN send the same bodies without it. */
client.auth.createToken({ apiKey: 'key', apiSecret: 'secret' });
client.wallets.create('cst_1', { asset: 'usdc', chain: 'polygon' });
client.webhookEndpoints.create({ url: 'https://example.com', events: ['wallet.provisioned'] });
client.webhookEndpoints.update('whk_1', { enabled: false });
client.raw.POST('/customers/{id}/wallets', { ...byId, body: { asset: 'usdc', chain: 'polygon' } });
client.raw.PATCH('/webhooks/{id}', { ...byId, body: { enabled: false } });
client.externalAccounts.create('cst_1', account);
client.raw.POST('/customers/{id}/external-accounts', { ...byId, body: account });
