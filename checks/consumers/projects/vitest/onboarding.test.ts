import { OmsClient } from '@oms-sdk/client';
import { test } from '@oms-sdk/mock-server/vitest';
import { expect } from 'vitest';

const credentials = { apiKey: 'sk_sdbx_any', apiSecret: 'any' };

test('a deleted customer stays readable', async ({ oms: { url, fetch } }) => {
  const oms = new OmsClient({ ...credentials, baseUrl: url, fetch });
  const { id } = await oms.customers.create({ type: 'individual', firstName: 'Alice' });
  await oms.customers.delete(id);

  expect((await oms.customers.get(id)).status).toBe('inactive');
});

test('the next test begins without customers', async ({ oms: { url, fetch } }) => {
  const oms = new OmsClient({ ...credentials, baseUrl: url, fetch });

  expect(await oms.customers.list().toArray({ limit: 10 })).toEqual([]);
});

test('an unknown filter is refused', async ({ oms }) => {
  oms.expectViolation('request.query.unknown');
  const headers = { authorization: 'Bearer any' };

  expect((await oms.fetch(`${oms.url}/customers?colour=blue`, { headers })).status).toBe(400);
});
