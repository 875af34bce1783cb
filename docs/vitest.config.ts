import { defineConfig } from 'vitest/config';
import { sharedConfig } from '../vitest.shared.js';

export default defineConfig({
  resolve: sharedConfig.resolve ?? {},
  test: { include: ['test/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
});
