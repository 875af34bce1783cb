import type { Violation } from '../violations/violation.js';

/** A request as it is remembered: which operation, not what was in it. */
export interface RecordedRequest {
  readonly operationId?: string;
  readonly method: string;
  /** The path as the spec writes it. */
  readonly path: string;
  readonly status: number;
}

/** Called after each exchange, before its answer is sent. */
export type ExchangeObserver = (request: RecordedRequest, violations: readonly Violation[]) => void;
