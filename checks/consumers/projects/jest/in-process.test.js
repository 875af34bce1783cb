// With `node --experimental-vm-modules`, a test of CommonJS reaches the mock server without a socket.
const { OmsClient } = require('@oms-sdk/client');

test('a customer is created in this process', async () => {
  const { startMockServer } = await import('@oms-sdk/mock-server');
  const mock = await startMockServer({ listen: false });
  const oms = new OmsClient({
    apiKey: 'sk_sdbx_any',
    apiSecret: 'any',
    baseUrl: mock.url,
    fetch: mock.fetch,
  });

  expect((await oms.customers.create({ type: 'individual', firstName: 'Alice' })).status).toBe('active');
  mock.assertNoViolations();
  await mock.close();
});

test('the same goes on while jest fakes the timers', async () => {
  jest.useFakeTimers();
  const { startMockServer } = await import('@oms-sdk/mock-server');
  const mock = await startMockServer();
  const oms = new OmsClient({ apiKey: 'sk_sdbx_any', apiSecret: 'any', baseUrl: mock.url });

  expect((await oms.customers.create({ type: 'individual', firstName: 'Alice' })).status).toBe('active');
  await mock.close();
  jest.useRealTimers();
});
