import nodeVersions from '../../../node-versions.json' with { type: 'json' };
import { chromium } from './chromium.js';
import { processRuntime } from './process-runtime.js';
import type { Runtime } from './runtime.js';
import { workerd } from './workerd.js';

/** Every runtime the SDK promises to run in. */
export const runtimes: readonly Runtime[] = [
  ...nodeVersions.tested.map((version) => processRuntime(`Node ${version}`, `node-${version}/bin/node`)),
  // Bun does not know who waits for a promise, and its node:http is not the one that agents change.
  processRuntime('Bun', '@oven/bun-linux-x64/bin/bun', {
    leavesOut: /caller-in-stack|node-transport-instrumented/,
  }),
  // nodeFetch refuses to run on Deno.
  processRuntime('Deno', '@deno/linux-x64-glibc/deno', {
    args: ['run', '--allow-all', '--no-check'],
    leavesOut: /node-transport|fetch-signal|unhandled-rejection/,
  }),
  workerd,
  chromium,
];
