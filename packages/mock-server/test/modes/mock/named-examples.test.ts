import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';
import { ask } from '../../ask.js';
import { shippedOperations } from './shipped-operations.js';

const server = await startMockServer({ mode: 'mock', listen: false });

test.each(shippedOperations)(
  'every named example of $line matches the contract',
  async ({ line, question, examples }) => {
    for (const { code, name, value } of examples) {
      const prefer = `code=${code}, example="${name}"`;
      const reply = await ask(server, line, { ...question, headers: { prefer } });
      expect(reply).toMatchObject({ status: Number(code), body: value, found: [] });
    }
    expect(server.requests.length).toBeGreaterThan(0);
  },
);

test.each(shippedOperations)(
  'every named request body of $line matches the contract',
  async ({ line, bodies }) => {
    for (const [, body] of bodies) {
      // Documented, and more often a mistake than meant.
      const isForAllEvents = Reflect.get(Object(body), 'events')?.length === 0;
      const expected = isForAllEvents ? ['request.body.empty-list body.events'] : [];
      expect((await ask(server, line, { body })).found).toEqual(expected);
    }
  },
);

test('no violation is an error', () => {
  const codes = new Set(server.violations.map(({ code }) => code));
  expect([...codes]).toEqual(['request.operation.preview', 'request.body.empty-list']);
  expect(() => server.assertNoViolations()).not.toThrow();
});

test.each(shippedOperations)(
  '$line answers its lowest success without a wish',
  async ({ line, question, operation }) => {
    const statuses = operation.responses.map(({ code }) => Number(code)).filter((status) => status < 300);

    expect((await ask(server, line, question)).status).toBe(Math.min(...statuses));
  },
);
