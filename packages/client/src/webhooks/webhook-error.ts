import { brand, OmsError } from '../errors/oms-error.js';

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

/** A delivery cannot be trusted, or the secret cannot be used. It holds neither the body nor the secret. */
export class WebhookError extends OmsError {
  /** Which step refused it; only `unusable-secret` and `body-not-raw` are mistakes on this side. */
  readonly reason: WebhookErrorReason;

  static {
    brand(this, 'WebhookError');
  }

  constructor(reason: WebhookErrorReason, message: string) {
    super(message);
    this.reason = reason;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), reason: this.reason };
  }
}
