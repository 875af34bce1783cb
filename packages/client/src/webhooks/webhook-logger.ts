import type { WebhookErrorReason } from './webhook-error.js';

/** Takes what a webhook handler has to tell: never a body, a header or a secret. `console` is one. */
export interface WebhookLogger {
  /** A delivery was acknowledged, or asked to come later. */
  debug(message: string, fields: WebhookLogFields): void;
  /** A delivery was refused, or a callback failed. */
  warn(message: string, fields: WebhookLogFields): void;
}

/** What is told of one delivery. */
export interface WebhookLogFields {
  /** Status of the response. */
  readonly status: number;
  /** Name of the event, once it is verified. */
  readonly event?: string;
  readonly deliveryId?: string;
  /** Which step refused the delivery. */
  readonly reason?: WebhookErrorReason;
  /** Name of the error a callback or the log of deliveries threw. */
  readonly error?: string;
}
