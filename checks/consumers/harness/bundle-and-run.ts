import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { type Bundle, codeIn, sizeOf } from './bundle.js';
import { bundlers } from './bundlers.js';
import { type Ending, runNode } from './run.js';

/** A bundle, all its code, and how it ended when it was run. */
export interface TriedBundle extends Bundle {
  readonly code: string;
  readonly ending: Ending;
}

const page = fileURLToPath(new URL('run-in-page.mjs', import.meta.url));
const sizes = new Map<string, string>();

/** Bundles a file of the project `bundled`, and runs the result in a page or in Node. */
export async function bundleAndRun(
  bundler: string,
  entry: string,
  platform: 'browser' | 'node',
): Promise<TriedBundle> {
  const project = join(inject('installed'), 'bundled');
  const out = join(project, 'out', bundler, entry);
  mkdirSync(out, { recursive: true });
  const bundle = await bundlers[bundler]?.({ project, entry, platform, out });
  if (bundle === undefined) throw new Error(`There is no bundler ${bundler}.`);
  const code = codeIn(out);
  const { bytes, gzipped } = sizeOf(code);
  const columns = [bundler.padEnd(24), entry.padEnd(18), platform.padEnd(8), pad(bytes), pad(gzipped)];
  sizes.set(`${bundler}/${entry}`, columns.join(''));
  const ending =
    platform === 'browser' ? await runNode(page, [bundle.main], out) : await runNode(bundle.main, [], out);
  return { ...bundle, code, ending };
}

/** A line for each bundle that was made in this file of tests, with its bytes. */
export function sizeTable(): string {
  const head = ['bundler'.padEnd(24), 'from'.padEnd(18), 'for'.padEnd(8), pad('bytes'), pad('gzipped')];
  return [head.join(''), ...sizes.values()].join('\n');
}

function pad(value: string | number): string {
  return value.toLocaleString('en').padStart(12);
}
