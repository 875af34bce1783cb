import { expect, test } from 'vitest';
import { calls, type OperationId } from '../src/calls.js';
import { mockClient, sandboxClient } from './connect.js';

const operationIds = Object.keys(calls) as OperationId[];

test.each(operationIds)('%s matches the contract through its resource method', async (id) => {
  const { oms, verdicts } = mockClient();

  await calls[id].resource(oms);

  expect(new Set(verdicts)).toEqual(new Set(['0']));
});

test.each(operationIds)('%s matches the contract through the path client', async (id) => {
  const { oms, verdicts } = mockClient();

  const { ok } = await calls[id].raw(oms);

  expect(ok).toBe(true);
  expect(new Set(verdicts)).toEqual(new Set(['0']));
});

test.each(operationIds)('%s is answered by the sandbox as the spec says', async (id) => {
  const { oms, verdicts } = sandboxClient();

  const { ok, response } = await calls[id].raw(oms);

  expect(ok || [400, 404, 422].includes(response.status)).toBe(true);
  expect(new Set(verdicts)).toEqual(new Set(['0']));
});
