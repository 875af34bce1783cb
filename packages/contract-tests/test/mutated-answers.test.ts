import type { MockServer } from '@oms-sdk/mock-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgeResponse, startJudge } from '../src/judge.js';
import { responseMutations } from '../src/response-mutations.js';

let server: MockServer;
beforeAll(async () => {
  server = await startJudge(responseMutations);
});
afterAll(() => server.close());

describe('the answer', () => {
  test.each(responseMutations.map((mutation, index) => ({ ...mutation, index })))(
    '$title is judged $verdict',
    async ({ index, status, verdict }) => {
      const violations = await judgeResponse(server, index, status);
      expect([...new Set(violations.map(({ code }) => code))]).toEqual(verdict === 'valid' ? [] : [verdict]);
    },
  );
});
