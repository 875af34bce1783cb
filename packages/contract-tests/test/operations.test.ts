import { OmsClient } from '@oms-sdk/client';
import { openapiFetch } from '@oms-sdk/client/openapi-fetch';
import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { calls, type OperationId } from '../src/calls.js';
import { listOperations, readSpec } from '../src/spec.js';

const operationIds = listOperations(readSpec()).map(({ operationId }) => operationId);
const credentials = { apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret' };

test('every operation of the spec is called, and no other', () => {
  expect(Object.keys(calls).sort()).toEqual([...operationIds].sort());
});

describe('against the mock server without a socket', () => {
  let server: MockServer;
  let oms: OmsClient;
  beforeAll(async () => {
    server = await startMockServer({ mode: 'mock', listen: false });
    oms = new OmsClient({ ...credentials, baseUrl: server.url, fetch: server.fetch });
  });
  beforeEach(() => server.reset());
  afterAll(() => server.close());

  test.each(operationIds as OperationId[])(
    '%s matches the contract through its resource method',
    async (id) => {
      await calls[id].resource(oms);
      expect(server.requests.at(-1)?.operationId).toBe(id);
      server.assertNoViolations();
    },
  );

  test.each(operationIds as OperationId[])('%s matches the contract through openapi-fetch', async (id) => {
    const { response } = await calls[id].byPath(openapiFetch(oms));
    expect(response.ok).toBe(true);
    expect(server.requests.at(-1)?.operationId).toBe(id);
    server.assertNoViolations();
  });
});
