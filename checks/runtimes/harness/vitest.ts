/** Stands in for `vitest` in a runtime that cannot run it: its own runner and assertions, without its file system. */
export {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  it,
  onTestFinished,
  suite,
  test,
} from '@vitest/runner';
export { expect } from './expect.js';
export { inject } from './provided.js';
export { vi } from './vi.js';
