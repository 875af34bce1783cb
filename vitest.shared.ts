import { defineConfig } from 'vitest/config';

/** Tests run on the sources of the workspace packages, so no build comes first. */
const conditions = ['@oms-sdk/source'];

export const sharedConfig = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions: [...conditions, 'node', 'import', 'module', 'default'] } },
  // A limit ends what hangs. It does not measure: a busy machine takes its time.
  test: { include: ['test/**/*.test.ts', 'rules/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
});
