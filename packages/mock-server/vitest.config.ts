import { mergeConfig } from 'vitest/config';
import { sharedConfig } from '../../vitest.shared.js';

/** Loading Prism from its sources takes a second: files that run in one worker share it. */
export default mergeConfig(sharedConfig, { test: { isolate: false, maxWorkers: 2 } });
