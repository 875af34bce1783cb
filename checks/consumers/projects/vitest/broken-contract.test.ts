import { test } from '@oms-sdk/mock-server/vitest';

test('a message that breaks the contract fails its test', async ({ oms }) => {
  const headers = { authorization: 'Bearer any' };
  await oms.fetch(`${oms.url}/customers?colour=blue`, { headers });
});
