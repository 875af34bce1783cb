import { defineConfig } from 'vitest/config';

/** Tests run on the sources of the workspace packages, so no build comes first. */
const conditions = ['@oms-sdk/source'];

export const sharedConfig = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions: [...conditions, 'node', 'import', 'module', 'default'] } },
  test: { include: ['test/**/*.test.ts', 'rules/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 30_000 },
});
