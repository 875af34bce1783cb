import { mergeConfig } from 'vitest/config';
import { sharedConfig } from '../../vitest.shared.js';

/** Tests that need curl, openssl and Python 3, and use Go and Java where they are installed: `npm run test:languages`. */
const languages = {
  include: ['languages/**/*.test.ts'],
  // One copy of the mock server for all files: it takes longer to load than some of them to run.
  isolate: false,
  testTimeout: 120_000,
  hookTimeout: 60_000,
};

export default mergeConfig({ resolve: sharedConfig.resolve }, { test: languages });
