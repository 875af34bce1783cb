import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'harness/install.ts',
    reporters: ['default', './harness/last-line.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    maxConcurrency: 2,
  },
});
