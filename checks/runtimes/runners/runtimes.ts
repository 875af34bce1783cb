import nodeVersions from '../../../node-versions.json' with { type: 'json' };
import { chromium } from './chromium.js';
import { processRuntime } from './process-runtime.js';
import type { Runtime } from './runtime.js';
import { workerd } from './workerd.js';

/** Every runtime the SDK promises to run in. */
export const runtimes: readonly Runtime[] = [
  ...nodeVersions.tested.map((version) => processRuntime(`Node ${version}`, `node-${version}/bin/node`)),
  processRuntime('Bun', '@oven/bun-linux-x64/bin/bun'),
  // nodeFetch refuses to run on Deno.
  processRuntime('Deno', '@deno/linux-x64-glibc/deno', {
    args: ['run', '--allow-all', '--no-check'],
    leavesOut: /node-transport|fetch-signal|unhandled-rejection/,
  }),
  workerd,
  chromium,
];
