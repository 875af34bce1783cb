import { brand, OmsError } from './oms-error.js';

/** The answer, including its body, did not arrive in time. Whether the API acted on the request is unknown. */
export class TimeoutError extends OmsError {
  /** The limit that was reached, in milliseconds. */
  readonly timeoutMs: number;

  static {
    brand(this, 'TimeoutError');
  }

  constructor(message: string, timeoutMs: number) {
    super(message);
    this.timeoutMs = timeoutMs;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), timeoutMs: this.timeoutMs };
  }
}
