import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../build/repository-files.js';
import type { Summary } from '../harness/summary.js';
import type { Runtime } from './runtime.js';

const start = promisify(execFile);
const here = join(root, 'checks/runtimes');
const limits = { timeout: 300_000, maxBuffer: 64 * 1024 * 1024 };

/** A runtime that is a command: Node, Bun or Deno. `program` is its file in `node_modules`. */
export function processRuntime(
  name: string,
  program: string,
  { args = [], ...own }: { readonly args?: readonly string[]; readonly leavesOut?: RegExp } = {},
): Runtime {
  const file = join(here, 'node_modules', program);
  return {
    name,
    kind: 'process',
    ...own,
    version: async () => (await start(file, ['--version'], limits)).stdout.split('\n')[0]?.trim() ?? '',
    run: async (bundle, provided) => {
      const main = join(here, 'harness/main-process.mjs');
      const { stdout } = await start(file, [...args, main, bundle, JSON.stringify(provided)], limits);
      return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Summary;
    },
  };
}
