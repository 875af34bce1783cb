import { brand, OmsError, type Outcome } from './oms-error.js';

/** One attempt of a call that failed. */
export interface Attempt {
  /** Status of the response; `undefined` if there was none. */
  readonly status: number | undefined;
  /** Name of the error that ended the attempt, such as `TimeoutError`; `undefined` when a response did. */
  readonly error: string | undefined;
  readonly outcome: Outcome;
  /** Id of the request, as the API sent it. */
  readonly requestId: string | undefined;
  /** Wait before the next attempt, in milliseconds; `undefined` if there was none. */
  readonly delayMs: number | undefined;
}

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
  /** Id of the request as the API sent it, to quote to support. */
  readonly requestId: string | undefined;
  /** The `Idempotency-Key` that was sent, to send the same write again later. */
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

  /**
   * Adds the history of the call, whose outcome is that of all attempts together. The pipeline calls it before the caller
   * sees the error; nothing else writes these properties.
   *
   * @internal
   */
  addHistory(attempts: readonly Attempt[], outcome = outcomeOf(attempts)): this {
    return Object.assign(this, { attempts, outcome });
  }
}

/** One attempt whose effect is unknown makes the outcome of the whole call unknown. */
function outcomeOf(attempts: readonly Attempt[]): Outcome {
  const outcomes = attempts.map(({ outcome }) => outcome);
  if (outcomes.includes('unknown')) return 'unknown';
  return outcomes.includes('rejected') ? 'rejected' : 'not_sent';
}

/** What is known when no response came. */
export type ConnectionErrorDetails = Pick<CallErrorDetails, 'outcome' | 'idempotencyKey' | 'cause'>;

/** No response came: the name was not resolved, the connection was refused or broke. `cause` says why. */
export class ConnectionError extends CallError {
  static {
    brand(this, 'ConnectionError');
  }

  constructor(message: string, details: ConnectionErrorDetails) {
    super(message, { ...details, isRetryable: true, requestId: undefined });
  }
}

/** What is known when the time was up. */
export interface TimeoutErrorDetails extends Pick<CallErrorDetails, 'outcome' | 'idempotencyKey'> {
  readonly limit: 'timeoutMs' | 'deadlineMs';
  readonly limitMs: number;
}

/** The response, including its body, did not arrive in time. */
export class TimeoutError extends CallError {
  /** The option whose limit was reached: `timeoutMs` of one attempt, or `deadlineMs` of the whole call. */
  readonly limit: 'timeoutMs' | 'deadlineMs';
  /** That limit, in milliseconds. */
  readonly limitMs: number;

  static {
    brand(this, 'TimeoutError');
  }

  constructor(message: string, { limit, limitMs, ...details }: TimeoutErrorDetails) {
    super(message, { ...details, isRetryable: true, requestId: undefined });
    this.limit = limit;
    this.limitMs = limitMs;
  }
}

/** Why a response could not be used. */
export type ResponseErrorReason =
  | 'redirect'
  | 'content-type'
  | 'empty'
  | 'invalid-json'
  | 'not-an-object'
  | 'not-a-page'
  | 'pagination'
  | 'invalid-utf8'
  | 'too-large'
  | 'interrupted'
  | 'invalid-token';

/** What is known of a response that could not be used. */
export interface ResponseErrorDetails
  extends Pick<CallErrorDetails, 'requestId' | 'idempotencyKey' | 'cause'> {
  readonly reason: ResponseErrorReason;
  readonly status: number;
}

/** Damage in transit, which another attempt may not see. */
const retryableReasons: readonly ResponseErrorReason[] = ['interrupted', 'invalid-json', 'empty'];

/** The redirects that ask for the same request elsewhere. The others may follow a write that was carried out. */
const rejectingRedirects: readonly number[] = [307, 308];

/** A response came that is not what the API is documented to send: HTML, cut JSON, a redirect. Its text is not kept. */
export class ResponseError extends CallError {
  /** What was wrong with the response. */
  readonly reason: ResponseErrorReason;
  /** HTTP status of the response. */
  readonly status: number;

  static {
    brand(this, 'ResponseError');
  }

  constructor(message: string, { reason, status, ...details }: ResponseErrorDetails) {
    const outcome = rejectingRedirects.includes(status) ? 'rejected' : 'unknown';
    super(message, { ...details, outcome, isRetryable: retryableReasons.includes(reason) });
    this.reason = reason;
    this.status = status;
  }
}
