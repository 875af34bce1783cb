import { brand, OmsError } from './oms-error.js';

/** Why an answer could not be used. */
export type ResponseErrorReason =
  | 'redirect'
  | 'content-type'
  | 'empty'
  | 'invalid-json'
  | 'invalid-utf8'
  | 'too-large'
  | 'interrupted';

/** What is known of an answer that could not be used. */
export interface ResponseErrorDetails {
  readonly reason: ResponseErrorReason;
  readonly status: number;
  readonly requestId: string | undefined;
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

  static {
    brand(this, 'ResponseError');
  }

  constructor(message: string, { reason, status, requestId, cause }: ResponseErrorDetails) {
    super(message, cause === undefined ? undefined : { cause });
    this.reason = reason;
    this.status = status;
    this.requestId = requestId;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), reason: this.reason, status: this.status, requestId: this.requestId };
  }
}
