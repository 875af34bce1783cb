import type { DeliveryLog } from './delivery-log.js';
import type { UnknownWebhookEvent, WebhookEventName, WebhookEventOf } from './events.js';
import type { WebhookSecret } from './secret.js';
import type { WebhookErrorReason } from './webhook-error.js';

/** Options of verifying a delivery. */
export interface VerifyWebhookOptions {
  /**
   * How far the signature's time may be from now, in seconds, in either direction.
   * @default 300
   */
  readonly toleranceSeconds?: number | undefined;
  /**
   * The current time, in milliseconds since 1970.
   * @default Date.now
   */
  readonly now?: (() => number) | undefined;
}

/** Options of signing a delivery. */
export interface SignWebhookOptions {
  /**
   * Time of the signature, in milliseconds since 1970.
   * @default Date.now()
   */
  readonly timestampMs?: number | undefined;
}

/** What to do with each kind of event. An error makes OMS send the event again. */
export type WebhookCallbacks<Handled extends WebhookEventName = WebhookEventName> = {
  readonly [Name in Handled]?: (event: WebhookEventOf<Name>) => unknown;
};

/** Options of `createWebhookHandler`; `Handled` are the names in `on`. */
export interface WebhookHandlerOptions<Handled extends WebhookEventName = WebhookEventName>
  extends VerifyWebhookOptions {
  /**
   * Secret of the endpoint, or several during rotation. A function is called for each request: for a vault, and for
   * frameworks that load modules at build time, when there are no secrets yet.
   */
  readonly secret: WebhookSecret | (() => WebhookSecret | Promise<WebhookSecret>);
  /** What to do, by the name of the event. */
  readonly on: WebhookCallbacks<Handled>;
  /**
   * Gets every event that `on` does not handle, known or not.
   * @default nothing: the event is acknowledged
   */
  readonly fallback?:
    | ((event: WebhookEventOf<Exclude<WebhookEventName, Handled>> | UnknownWebhookEvent) => unknown)
    | undefined;
  /**
   * Remembers deliveries by their id, so that each is processed once. Events of v0.9 have no id.
   * @default a log in the memory of this process
   */
  readonly dedupe?: DeliveryLog | undefined;
  /**
   * Largest body, in bytes.
   * @default 1000000
   */
  readonly maxBodyBytes?: number | undefined;
  /** Receives an entry for every delivery: names and ids, never a body, a header or a secret. */
  readonly logger?: WebhookLogger | undefined;
  /** Receives the reason a delivery was refused, or what a callback threw. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** Receives what a webhook handler logs: never a body, a header or a secret. `console` is one. */
export interface WebhookLogger {
  /** A delivery was acknowledged, or asked to come later. */
  debug(message: string, fields: WebhookLogFields): void;
  /** A delivery was refused, or a callback failed. */
  warn(message: string, fields: WebhookLogFields): void;
}

/** What is logged of one delivery. */
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
