import { expect, test } from 'vitest';
import { lintSpec } from './lint.js';

test('the spec keeps every rule', async () => {
  expect(await lintSpec()).toEqual([]);
});
