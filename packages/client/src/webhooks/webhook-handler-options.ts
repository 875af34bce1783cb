import type { DeliveryLog } from './delivery-log.js';
import type { UnknownWebhookEvent, WebhookEventName, WebhookEventOf } from './events.js';
import type { WebhookSecret } from './secrets.js';
import type { VerifyWebhookOptions } from './verify-webhook.js';
import type { WebhookLogger } from './webhook-logger.js';

/** What to do with each kind of event. An error makes OMS send the event again. */
export type WebhookCallbacks<Handled extends WebhookEventName = WebhookEventName> = {
  readonly [Name in Handled]?: (event: WebhookEventOf<Name>) => unknown;
};

/** Options of `createWebhookHandler`; `Handled` are the names in `on`. */
export interface WebhookHandlerOptions<Handled extends WebhookEventName = WebhookEventName>
  extends VerifyWebhookOptions {
  /**
   * Secret of the endpoint, or several while they are rotated. A function is asked with each request: for a vault, and for
   * frameworks that load modules while they build, when there are no secrets yet.
   */
  readonly secret: WebhookSecret | (() => WebhookSecret | Promise<WebhookSecret>);
  /** What to do, by the name of the event. */
  readonly on: WebhookCallbacks<Handled>;
  /**
   * What to do with every event that `on` leaves, known or not.
   * @default nothing: it is acknowledged
   */
  readonly fallback?:
    | ((event: WebhookEventOf<Exclude<WebhookEventName, Handled>> | UnknownWebhookEvent) => unknown)
    | undefined;
  /**
   * Remembers deliveries that have an id, which those of v0.9 have not.
   * @default a log in the memory of this process
   */
  readonly dedupe?: DeliveryLog | undefined;
  /**
   * Largest body, in bytes.
   * @default 1000000
   */
  readonly maxBodyBytes?: number | undefined;
  /** Is told of every delivery; gets names and ids, never a body, a header or a secret. */
  readonly logger?: WebhookLogger | undefined;
  /** Is told why a delivery was refused, or what a callback threw. */
  readonly onError?: ((error: unknown) => void) | undefined;
}
