import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';
import { ask } from '../ask.js';

test('a call of an operation that is announced only has a notice, and no other call has', async () => {
  await using server = await startMockServer({ mode: 'mock', listen: false });

  const { status } = await ask(server, 'GET /external-accounts/schemas');
  await ask(server, 'GET /customers');

  const notice = { severity: 'notice', code: 'request.operation.preview' };
  expect(status).toBe(200);
  expect(server.violations).toMatchObject([{ ...notice, operationId: 'listExternalAccountSchemas' }]);
});
