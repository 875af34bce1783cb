import { type Attempt, type Outcome, outcomeOf } from './attempt.js';
import { brand, OmsError } from './oms-error.js';

/** What every failed call has in common. */
export interface CallErrorDetails {
  readonly outcome: Outcome;
  readonly isRetryable: boolean;
  readonly requestId: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly cause?: unknown;
}

/** A call failed after it was made; the subclasses say how. */
export abstract class CallError extends OmsError {
  /** Whether the same call may succeed later without a change. */
  readonly isRetryable: boolean;
  /** Id of the request as the API gave it, to quote to support. */
  readonly requestId: string | undefined;
  /** The `Idempotency-Key` that was sent, to repeat the same write later. */
  readonly idempotencyKey: string | undefined;
  /** Every attempt of the call, the oldest first; empty for an error that did not pass through the client. */
  readonly attempts: readonly Attempt[] = [];

  static {
    brand(this, 'CallError');
  }

  constructor(message: string, details: CallErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause }, details.outcome);
    this.isRetryable = details.isRetryable;
    this.requestId = details.requestId;
    this.idempotencyKey = details.idempotencyKey;
  }
}

/**
 * Writes the history of a call on its error, whose outcome is then that of all attempts together. Only the pipeline does
 * this, once, before anybody else sees the error.
 */
export function recordAttempts<E extends CallError>(error: E, attempts: readonly Attempt[]): E {
  return Object.assign(error, { attempts, outcome: outcomeOf(attempts) });
}
