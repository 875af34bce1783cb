import { mergeConfig } from 'vitest/config';
import { sharedConfig } from '../../vitest.shared.js';

/** Tests that need curl, openssl and Python 3, and use Go and Java where they are installed: `npm run test:languages`. */
const languages = { include: ['languages/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 60_000 };

export default mergeConfig({ resolve: sharedConfig.resolve }, { test: languages });
