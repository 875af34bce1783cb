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
