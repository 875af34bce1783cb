import { CallError, type CallErrorDetails } from './call-error.js';
import { brand } from './oms-error.js';

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
