import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOfRequest } from '../src/checking-server.js';
import { requestMutations } from '../src/mutations/request-mutations.js';

let server: MockServer;
beforeAll(async () => {
  server = await startMockServer({ mode: 'mock', listen: false });
});
afterAll(() => server.close());

describe('a request with', () => {
  test.each(requestMutations)('$title is found $verdict', async ({ request, verdict }) => {
    const violations = await violationsOfRequest(server, request);
    expect(violations.map(({ code }) => code)).toEqual(verdict === 'valid' ? [] : [verdict]);
  });
});

test('both verdicts are tried, and every refusal is an error of the client', async () => {
  const verdicts = new Set(requestMutations.map(({ verdict }) => verdict));
  expect(verdicts.size).toBeGreaterThan(15);
  for (const { request } of requestMutations) {
    for (const violation of await violationsOfRequest(server, request)) {
      expect(violation).toMatchObject({ severity: 'error', blame: 'client' });
    }
  }
});
