import type { MockServer } from '@oms-sdk/mock-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerMutations } from '../src/answer-mutations.js';
import { judgeAnswer, startJudge } from '../src/judge.js';

let server: MockServer;
beforeAll(async () => {
  server = await startJudge(answerMutations);
});
afterAll(() => server.close());

describe('the answer', () => {
  test.each(answerMutations.map((mutation, index) => ({ ...mutation, index })))(
    '$title is judged $verdict',
    async ({ index, status, verdict }) => {
      const violations = await judgeAnswer(server, index, status);
      expect([...new Set(violations.map(({ code }) => code))]).toEqual(verdict === 'valid' ? [] : [verdict]);
    },
  );
});
