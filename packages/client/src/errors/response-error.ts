import { brand, OmsError } from './oms-error.js';

/** Why an answer could not be used. */
export type ResponseErrorReason =
  | 'redirect'
  | 'content-type'
  | 'empty'
  | 'invalid-json'
  | 'not-an-object'
  | 'invalid-utf8'
  | 'too-large'
  | 'interrupted'
  | 'invalid-token';

/** What is known of an answer that could not be used. */
export interface ResponseErrorDetails {
  readonly reason: ResponseErrorReason;
  readonly status: number;
  readonly requestId: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly cause?: unknown;
}

/** An answer came that is not what the API is documented to send: HTML, cut JSON, a redirect. Its text is not kept. */
export class ResponseError extends OmsError {
  /** What was wrong with the answer. */
  readonly reason: ResponseErrorReason;
  /** HTTP status of the answer. */
  readonly status: number;
  /** Id of the request as the API gave it, to quote to support. */
  readonly requestId: string | undefined;
  /** The `Idempotency-Key` that was sent, to repeat the same write later. */
  readonly idempotencyKey: string | undefined;

  static {
    brand(ResponseError, 'ResponseError');
  }

  constructor(message: string, { reason, status, requestId, idempotencyKey, cause }: ResponseErrorDetails) {
    super(message, cause === undefined ? undefined : { cause });
    this.reason = reason;
    this.status = status;
    this.requestId = requestId;
    this.idempotencyKey = idempotencyKey;
  }

  override toJSON(): Record<string, unknown> {
    const { reason, status, requestId, idempotencyKey } = this;
    return { ...super.toJSON(), reason, status, requestId, idempotencyKey };
  }
}
