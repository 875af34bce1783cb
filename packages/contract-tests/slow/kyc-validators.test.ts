import { expect, test } from 'vitest';
import { compareVerdicts, operationsWithBody } from '../src/compare-verdicts.js';

const count = 1_430;

test.each(operationsWithBody)(
  `the validator of %s and the mock server agree on ${count} random bodies`,
  async (operation) => {
    const { disagreements, valid, invalid } = await compareVerdicts(operation, count);

    expect(disagreements).toEqual([]);
    expect(Math.min(valid, invalid)).toBeGreaterThan(count / 15);
  },
);
