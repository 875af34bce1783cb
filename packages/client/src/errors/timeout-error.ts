import { brand, OmsError } from './oms-error.js';

/** What is known when the time was up. */
export interface TimeoutErrorDetails {
  readonly timeoutMs: number;
  readonly idempotencyKey: string | undefined;
}

/** The answer, including its body, did not arrive in time. Whether the API acted on the request is unknown. */
export class TimeoutError extends OmsError {
  /** The limit that was reached, in milliseconds. */
  readonly timeoutMs: number;
  /** The `Idempotency-Key` that was sent, to repeat the same write later. */
  readonly idempotencyKey: string | undefined;

  static {
    brand(TimeoutError, 'TimeoutError');
  }

  constructor(message: string, { timeoutMs, idempotencyKey }: TimeoutErrorDetails) {
    super(message);
    this.timeoutMs = timeoutMs;
    this.idempotencyKey = idempotencyKey;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), timeoutMs: this.timeoutMs, idempotencyKey: this.idempotencyKey };
  }
}
