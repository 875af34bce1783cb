const { OmsClient, NotFoundError } = require('@oms-sdk/client');
const fetchMock = require('jest-fetch-mock');

fetchMock.enableMocks();
const oms = new OmsClient({ token: () => 'token', baseUrl: 'https://oms.example' });
const headers = { 'content-type': 'application/json' };

test('a response of jest-fetch-mock is read, and its request sent once', async () => {
  fetchMock.mockResponse('{"id":"cst_1"}', { headers });
  expect(await oms.customers.create({ type: 'individual' })).toEqual({ id: 'cst_1' });
  expect(fetchMock).toHaveBeenCalledTimes(1);
});

test('what it refuses is an error of its class', async () => {
  fetchMock.mockResponse('{}', { status: 404, headers });
  await expect(oms.customers.get('cst_1')).rejects.toBeInstanceOf(NotFoundError);
});
