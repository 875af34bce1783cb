import type { MockServer } from '@oms-sdk/mock-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCheckingServer, violationsOfResponse } from '../src/checking-server.js';
import { responseMutations } from '../src/mutations/response-mutations.js';

let server: MockServer;
beforeAll(async () => {
  server = await startCheckingServer(responseMutations);
});
afterAll(() => server.close());

describe('the answer', () => {
  test.each(responseMutations.map((mutation, index) => ({ ...mutation, index })))(
    '$title is found $verdict',
    async ({ index, status, verdict }) => {
      const violations = await violationsOfResponse(server, index, status);
      expect([...new Set(violations.map(({ code }) => code))]).toEqual(verdict === 'valid' ? [] : [verdict]);
    },
  );
});
