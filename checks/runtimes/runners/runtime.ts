import type { Summary } from '../harness/summary.js';

/** `process`: it has the built-ins of Node. `web`: it has what browsers and edge workers have. */
export type RuntimeKind = 'process' | 'web';

/** What the tests are given from outside. */
export type Provided = Readonly<Record<string, unknown>>;

/** A place where JavaScript runs. */
export interface Runtime {
  readonly name: string;
  readonly kind: RuntimeKind;
  /** Test files that are not about this runtime. */
  readonly leavesOut?: RegExp;
  /** Its version; rejects when it is not there. */
  readonly version: () => Promise<string>;
  /** Runs a bundled suite; in a browser in a page or in a worker, which has no window. */
  readonly run: (bundle: string, provided: Provided, place: 'page' | 'worker') => Promise<Summary>;
}
