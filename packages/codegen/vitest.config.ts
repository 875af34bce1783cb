import { mergeConfig } from 'vitest/config';
import { sharedConfig } from '../../vitest.shared.js';

/** Processes and whole specs on a shared machine: a limit is there to end what hangs, not to measure. */
export default mergeConfig(sharedConfig, { test: { testTimeout: 120_000, hookTimeout: 120_000 } });
