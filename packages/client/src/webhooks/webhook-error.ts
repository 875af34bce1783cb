import type { OmsError } from '../errors/oms-error.js';

/** Which step refused a delivery. */
export type WebhookErrorReason =
  | 'unusable-secret'
  | 'body-not-raw'
  | 'body-too-large'
  | 'header-missing'
  | 'header-malformed'
  | 'too-old'
  | 'too-new'
  | 'signature-mismatch'
  | 'not-an-event';

/**
 * A delivery cannot be trusted, or the secret cannot be used. It contains neither the body nor the secret. `instanceof OmsError`
 * is true as well, although it is not a subclass: verifying a delivery loads nothing of the client.
 */
export class WebhookError extends Error implements OmsError {
  /** Nothing is sent when a delivery is verified. */
  readonly outcome = 'not_sent';
  /** Which step refused it; only `unusable-secret` and `body-not-raw` are mistakes on this side. */
  declare readonly reason: WebhookErrorReason;

  static {
    Object.assign(this.prototype, {
      name: 'WebhookError',
      [Symbol.for('@oms-sdk/client/OmsError')]: true,
    });
  }

  constructor(reason: WebhookErrorReason, message: string) {
    super(message);
    this.reason = reason;
  }

  /** What `JSON.stringify` shows: name, message and the reason. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...(this as object) };
  }
}
