const { OmsClient, NotFoundError } = require('@oms-sdk/client');
const { fetch } = require('whatwg-fetch');

const oms = new OmsClient({
  apiKey: 'sk_sdbx_any',
  apiSecret: 'any',
  dangerouslyAllowBrowser: true,
  baseUrl: process.env.OMS_BASE_URL,
  fetch,
});

test('a customer is created and read where no random UUID can be had', async () => {
  expect(crypto.randomUUID).toBeUndefined();
  const { id } = await oms.customers.create({ type: 'individual', firstName: 'Alice' });
  expect(await oms.customers.get(id)).toMatchObject({ firstName: 'Alice' });
});

test('what the API refuses is an error of its class', async () => {
  await expect(oms.customers.get('cst_missing')).rejects.toBeInstanceOf(NotFoundError);
});
