import { openapiFetch } from '@oms-sdk/client/openapi-fetch';
import { expect, test } from 'vitest';
import { calls, type OperationId } from '../src/calls.js';
import { mockClient, sandboxClient } from './connect.js';

const operationIds = Object.keys(calls) as OperationId[];
const announced: readonly OperationId[] = ['listExternalAccountSchemas', 'createExternalAccount'];

/** What the server may say of the token exchange and of the call: nothing, but a notice that an operation is announced only. */
function expectedVerdicts(id: OperationId): ReadonlySet<string> {
  return new Set(announced.includes(id) ? ['0', '1; request.operation.preview'] : ['0']);
}

test.each(operationIds)('%s matches the contract through its resource method', async (id) => {
  const { oms, verdicts } = mockClient();

  await calls[id].resource(oms);

  expect(new Set(verdicts)).toEqual(expectedVerdicts(id));
});

test.each(operationIds)('%s matches the contract through openapi-fetch', async (id) => {
  const { oms, verdicts } = mockClient();

  const { response } = await calls[id].byPath(openapiFetch(oms));

  expect(response.ok).toBe(true);
  expect(new Set(verdicts)).toEqual(expectedVerdicts(id));
});

test.each(operationIds)('%s is answered by the sandbox as the spec says', async (id) => {
  const { oms, verdicts } = sandboxClient();

  const { response } = await calls[id].byPath(openapiFetch(oms));

  expect(response.ok || [400, 404, 422].includes(response.status)).toBe(true);
  expect(new Set(verdicts)).toEqual(expectedVerdicts(id));
});
