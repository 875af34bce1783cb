import { defineConfig } from 'vitest/config';
import { sharedConfig } from '../../vitest.shared.js';

const { resolve = {} } = sharedConfig;
/** Real sockets on a shared machine: a limit is there to end what hangs, not to measure. */
const limits = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 60_000 } } };
/** They speed up the timers of their process, and with them the clock by which `fetch` gives up on a connection. */
const changingTimers = ['test/{faults-*,injected-faults,money}.test.ts'];

/** The tests wait more than they work, so two files run at once even on two cores. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { resolve, test: { name: 'faults', include: changingTimers, ...limits } },
      {
        resolve,
        test: {
          name: 'contract',
          include: ['test/**/*.test.ts', 'over-http/**/*.test.ts'],
          exclude: changingTimers,
          globalSetup: ['src/global-setup.ts'],
          // One copy of client, mock server and Prism for all files: it takes longer to load than most files to run.
          isolate: false,
          ...limits,
        },
      },
    ],
  },
});
