import { mergeConfig } from 'vitest/config';
import { sharedConfig } from '../../vitest.shared.js';

/**
 * Processes and whole specs on a shared machine: a limit is there to end what hangs, not to measure. No test changes a
 * module, so all files share one copy of the linter and the compilers, which take longer to load than most files to run.
 */
export default mergeConfig(sharedConfig, {
  test: { isolate: false, testTimeout: 120_000, hookTimeout: 120_000 },
});
