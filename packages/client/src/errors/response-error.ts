import { CallError, type CallErrorDetails } from './call-error.js';
import { brand } from './oms-error.js';

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

/** Damage done on the way, which another attempt may not meet. */
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
