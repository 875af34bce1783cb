import type { RecordedRequest } from '../server/recorded-request.js';
import type { Violation } from '../violations/violation.js';

/** What the command tells while it runs. */
export interface Output {
  started(server: StartedServer): void;
  exchanged(request: RecordedRequest, violations: readonly Violation[]): void;
  stopped(totals: Totals): void;
}

/** What is known once the server listens. */
export interface StartedServer {
  readonly url: string;
  readonly version: string;
  /** A path below the URL that answers something without an id. */
  readonly samplePath: string;
}

/** How much went through. */
export interface Totals {
  readonly requests: number;
  /** Those of severity `error`. */
  readonly violations: number;
}

/** Writes one line. */
export type WriteLine = (line: string) => void;
