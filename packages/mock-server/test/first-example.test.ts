import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';

test('listing customers matches the contract', async () => {
  const mock = await startMockServer({ mode: 'mock', listen: false });
  const headers = { authorization: 'Bearer any' };
  const response = await mock.fetch(`${mock.url}/customers?status=active`, { headers });

  expect(response.status).toBe(200);
  mock.assertNoViolations();
});
