import { mergeConfig } from 'vitest/config';
import { sharedConfig } from '../../vitest.shared.js';

/** No test changes a module, so all files share one copy of the linter and the compilers, which take long to load. */
export default mergeConfig(sharedConfig, { test: { isolate: false } });
