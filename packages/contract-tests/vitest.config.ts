import { mergeConfig } from 'vitest/config';
import { sharedConfig } from '../../vitest.shared.js';

/**
 * Real sockets on a shared machine: a limit is there to end what hangs, not to measure. The tests wait more than they work,
 * so two files run at once even on two cores.
 */
export default mergeConfig(sharedConfig, {
  test: {
    include: ['over-http/**/*.test.ts'],
    globalSetup: ['src/start-shared-servers.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
