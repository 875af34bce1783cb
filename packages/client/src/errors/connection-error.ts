import { brand, OmsError } from './oms-error.js';

/** What is known when no answer came. */
export interface ConnectionErrorDetails {
  readonly idempotencyKey: string | undefined;
  readonly cause: unknown;
}

/**
 * No answer came: the name was not resolved, the connection was refused or broke. `cause` says why; whether the API
 * acted on the request is unknown.
 */
export class ConnectionError extends OmsError {
  /** The `Idempotency-Key` that was sent, to repeat the same write later. */
  readonly idempotencyKey: string | undefined;

  static {
    brand(ConnectionError, 'ConnectionError');
  }

  constructor(message: string, { idempotencyKey, cause }: ConnectionErrorDetails) {
    super(message, { cause });
    this.idempotencyKey = idempotencyKey;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), idempotencyKey: this.idempotencyKey };
  }
}
