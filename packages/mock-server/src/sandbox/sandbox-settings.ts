import type { WebhookHabits } from './delivery-habits.js';
import type { Journal } from './journal.js';
import type { WorldOptions } from './world.js';

/** Sends one delivery and gives the status of the response. Rejects when none comes. */
export type Deliver = (
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
) => Promise<number>;

/** A webhook endpoint that is not made through the API. */
export interface GivenEndpoint {
  readonly url: string;
  /** Signs the deliveries; it is never shown. */
  readonly secret: string;
}

/** What a sandbox is put together from. */
export interface SandboxSettings extends WorldOptions {
  readonly deliver: Deliver;
  /** Called with the body of each new event; false keeps it from being sent. Without it every event is sent. */
  readonly judgeEvent?: ((body: string) => boolean) | undefined;
  /** How deliveries go out. */
  readonly webhooks?: WebhookHabits | undefined;
  /** Endpoints that are there from the start, for all events. */
  readonly webhookEndpoints?: readonly GivenEndpoint[] | undefined;
  /** Keeps the state; without one it ends with the sandbox. */
  readonly journal?: Journal | undefined;
}
