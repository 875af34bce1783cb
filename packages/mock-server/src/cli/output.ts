import type { RecordedRequest } from '../recorded-request.js';
import type { Violation } from '../violations/violation.js';
import type { CommandOptions } from './command-options.js';

/** What the command tells while it runs. */
export interface Output {
  started(server: StartedServer): void;
  exchanged(request: RecordedRequest, violations: readonly Violation[]): void;
  /** Tells what is wrong with a webhook event. */
  delivered(violations: readonly Violation[]): void;
  stopped(totals: Totals): void;
}

/** What is known once the server listens. */
export interface StartedServer {
  readonly url: string;
  readonly version: string;
  readonly mode: CommandOptions['mode'];
  /** Where a proxy passes requests on to. */
  readonly upstream?: string;
  /** A command to try. */
  readonly firstCall: string;
}

/** How much went through. */
export interface Totals {
  readonly requests: number;
  /** Those of severity `error`. */
  readonly violations: number;
  readonly warnings: number;
}

/** Writes one line. */
export type WriteLine = (line: string) => void;
