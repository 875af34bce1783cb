import type { Bundle } from './build/bundle.js';
import type { Suite } from './build/suites.js';
import type { Summary } from './harness/summary.js';
import type { Provided, Runtime } from './runners/runtime.js';

/** The results of one suite in one runtime, for the table. */
export interface Outcome extends Summary {
  readonly runtime: string;
  readonly version: string;
  readonly suite: string;
  /** How many of its test files need something that this runtime lacks. */
  readonly leftOut: number;
}

/** Runs a suite. A runtime that is missing or breaks down is one failure, with its reason. */
export async function outcomeOf(
  { name, version, run }: Runtime,
  suite: Suite,
  { file, leftOut }: Bundle,
  provided: Provided,
): Promise<Outcome> {
  const about = { runtime: name, suite: suite.name, leftOut: leftOut.length };
  try {
    return { ...about, version: await version(), ...(await run(file, provided, suite.place)) };
  } catch (error) {
    const failures = [`it did not finish. ${error instanceof Error ? error.message : String(error)}`];
    return { ...about, version: '?', passed: 0, failed: 1, ms: 0, failures };
  }
}
