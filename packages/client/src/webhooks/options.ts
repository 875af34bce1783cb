import type { UnknownWebhookEvent, WebhookEvent, WebhookEventName, WebhookEventOf } from './events.js';
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

/** Options of `createWebhookHandler` and `createNodeWebhookHandler`; `Handled` are the names in `on`. */
export interface WebhookHandlerOptions<Handled extends WebhookEventName = WebhookEventName>
  extends VerifyWebhookOptions {
  /**
   * Secret of the endpoint, or several during rotation. A function is called for each request: for a vault, and for
   * frameworks that load modules at build time, when there are no secrets yet.
   */
  readonly secret: WebhookSecret | (() => WebhookSecret | Promise<WebhookSecret>);
  /**
   * What to do, by the name of the event; also an instance of a class with methods of these names. Only names that the spec
   * describes are called, every other event goes to `fallback`.
   */
  readonly on: WebhookCallbacks<Handled>;
  /**
   * Gets every event that `on` does not handle, known or not.
   * @default nothing: the event is acknowledged
   */
  readonly fallback?:
    | ((event: WebhookEventOf<Exclude<WebhookEventName, Handled>> | UnknownWebhookEvent) => unknown)
    | undefined;
  /**
   * Remembers deliveries by their id, so that each is processed once. Events of v0.9 have no id; their signature takes its
   * place, which recognises a copy but not a new attempt that is signed anew.
   * @default a log in the memory of this process
   */
  readonly dedupe?: DeliveryLog | undefined;
  /**
   * Called before an event about a customer when events before it are missing, by `sequence`: read the customer again. An
   * error makes OMS send the event again. An endpoint that receives only some events sees gaps where the others were.
   * @default nothing
   */
  readonly onGap?: ((gap: WebhookGap) => unknown) | undefined;
  /**
   * Gets an event, instead of `on` and `fallback`, when a later one about the same customer came before it: its data may be
   * out of date.
   * @default nothing: it is handled as any other event
   */
  readonly onStale?: ((event: WebhookEvent) => unknown) | undefined;
  /**
   * Remembers the latest event of each customer for `onGap` and `onStale`. A `Map` is one.
   * @default a store in the memory of this process, for 10,000 customers
   */
  readonly sequences?: SequenceStore | undefined;
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

/** State of a delivery with this id: never seen, being handled right now, or handled. */
export type DeliveryState = 'new' | 'busy' | 'done';

/**
 * Remembers deliveries by their id, because OMS may send one more than once. When several processes receive, use a log in a
 * store that they share. The id of an event that has none is its signature.
 */
export interface DeliveryLog {
  /**
   * Claims a delivery: `new` for whoever asks first, until `complete` or `abandon`. A claim must expire, because a
   * process may die with it. Must be atomic in a shared store. `claim` is a UUID that no other call has.
   */
  begin(id: string, claim?: string): DeliveryState | Promise<DeliveryState>;
  /** The delivery was handled: further ones are `done`. */
  complete(id: string): void | Promise<void>;
  /**
   * It was not: the next one is `new` again, unless the claim expired and another call, with another `claim`, has taken
   * the delivery over.
   */
  abandon(id: string, claim?: string): void | Promise<void>;
}

/** Options of `memoryDeliveryLog`. */
export interface MemoryDeliveryLogOptions {
  /**
   * How many handled deliveries are remembered; the oldest are forgotten first.
   * @default 10000
   */
  readonly capacity?: number | undefined;
  /**
   * How long a claim lasts, in milliseconds, when its callback does not come back: then the next attempt is processed.
   * @default 60000
   */
  readonly claimTimeoutMs?: number | undefined;
  /**
   * The current time, in milliseconds since 1970.
   * @default Date.now
   */
  readonly now?: (() => number) | undefined;
}

/** Events about a customer that have not come, at least not yet. */
export interface WebhookGap {
  readonly customerId: string;
  /** The sequence after that of the latest event. */
  readonly expected: number;
  /** The sequence of this event. */
  readonly received: number;
}

/** Position of an event among those about one customer; plain JSON. */
export interface SequencePosition {
  readonly sequence: number;
  /** When OMS created the event. */
  readonly createdAt?: string;
}

/** Positions of the latest events by customer. */
export interface SequenceStore {
  get(customerId: string): SequencePosition | null | undefined | Promise<SequencePosition | null | undefined>;
  set(customerId: string, position: SequencePosition): unknown;
}
