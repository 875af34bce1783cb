import { expect, test } from 'vitest';
import { FairQueue } from '../../src/http/fair-queue.js';

test('gives each who waits a turn of the event loop of its own, in their order', async () => {
  const queue = new FairQueue();
  let turn = 0;
  const count = () => {
    turn += 1;
    if (turn < 10) setImmediate(count);
  };
  const taken = ['a', 'b', 'c'].map(async (name) => {
    await queue.next();
    return [name, turn] as const;
  });
  setImmediate(count);

  const results = await Promise.all(taken);

  expect(results.map(([name]) => name)).toEqual(['a', 'b', 'c']);
  expect(new Set(results.map(([, number]) => number)).size).toBe(3);
});
