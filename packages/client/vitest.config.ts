import { mergeConfig } from 'vitest/config';
import { sharedConfig } from '../../vitest.shared.js';

/** The tests share one module graph: each restores what it stubs, and starting over for each file costs ten seconds. */
export default mergeConfig(sharedConfig, { test: { isolate: false } });
