import { mergeConfig } from 'vitest/config';
import { sharedConfig } from '../../vitest.shared.js';

/** Tests that take too long for every run: `npm run test:slow`. */
const slow = { include: ['slow/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 60_000 };

export default mergeConfig({ resolve: sharedConfig.resolve }, { test: slow });
