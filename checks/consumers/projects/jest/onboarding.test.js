// What a project with CommonJS and jest writes: the client by require(), the mock server by its socket.
const { NotFoundError, OmsClient } = require('@oms-sdk/client');
const { signWebhook, verifyWebhook } = require('@oms-sdk/client/webhooks');
const { alice } = require('./alice.js');

const oms = new OmsClient({ apiKey: 'sk_sdbx_any', apiSecret: 'any' });

test('a customer gets a wallet', async () => {
  const customer = await oms.customers.create(alice);
  await oms.customers.waitForEndorsement(customer.id, 'cryptoCustody');
  const wallet = await oms.wallets.create(customer.id, { asset: 'usdc', chain: 'polygon' });

  expect(wallet.address).toMatch(/^0x/);
});

test('an unknown customer is an error that can be told from others', async () => {
  await expect(oms.customers.get('cst_unknown')).rejects.toBeInstanceOf(NotFoundError);
});

test('a delivery can be verified', async () => {
  const body = JSON.stringify({ event: 'customer.created', data: { id: 'cst_1' } });
  const headers = await signWebhook(body, 'whsec_local');

  expect(await verifyWebhook(body, headers, 'whsec_local')).toMatchObject({ event: 'customer.created' });
});
