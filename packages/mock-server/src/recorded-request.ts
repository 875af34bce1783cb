import type { FaultKind } from './faults/fault-rule.js';
import type { UpstreamFailure } from './http/relayed.js';
import type { Violation } from './violations/violation.js';

/** A request as it is remembered: which operation, not what was in it. */
export interface RecordedRequest {
  readonly operationId?: string;
  readonly method: string;
  /** The path as the spec writes it. */
  readonly path: string;
  /** Of the response that was sent; 0 when there was none: a fault, or a client that left. */
  readonly status: number;
  /** The faults that were injected into this exchange. */
  readonly faults?: readonly FaultKind[];
  /** Why the upstream of a proxy gave no response; the status is then one of the proxy itself. */
  readonly upstreamFailure?: UpstreamFailure;
}

/** Called after each exchange, before its response is sent. */
export type ExchangeObserver = (request: RecordedRequest, violations: readonly Violation[]) => void;

/** Called with what is wrong with a webhook event, before it is sent. */
export type EventObserver = (violations: readonly Violation[]) => void;
