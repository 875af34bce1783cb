import type { WebhookEventBodies } from '../models.js';
import { type Content, textOf } from './raw-body.js';
import { WebhookError } from './webhook-error.js';

/** Names of the events the spec describes. */
export type WebhookEventName = keyof WebhookEventBodies;

/** The event of this name. */
export type WebhookEventOf<Name extends WebhookEventName> = Omit<WebhookEventBodies[Name], 'event'> & {
  readonly event: Name;
};

/** One of the events the spec describes; `event` discriminates them. */
export type KnownWebhookEvent = { [Name in WebhookEventName]: WebhookEventOf<Name> }[WebhookEventName];

/** An event the spec does not describe. */
export interface UnknownWebhookEvent {
  readonly event: string;
  readonly id?: string;
  readonly data: unknown;
}

/** The event of a verified delivery; {@link isWebhookEvent} says which one it is. */
export type WebhookEvent = KnownWebhookEvent | UnknownWebhookEvent;

/** Whether an event is the one of this name, which then has its type. */
export function isWebhookEvent<Name extends WebhookEventName>(
  event: WebhookEvent,
  name: Name,
): event is WebhookEventOf<Name> & WebhookEvent {
  return event.event === name;
}

/** Reads a verified body. Some kinds of event carry their name as `eventType`; it is returned as `event` as well. */
export function readEvent(body: Content): WebhookEvent {
  try {
    const event = JSON.parse(textOf(body, true));
    event.event ??= event.eventType;
    if (event.event && typeof event.event === 'string') return event;
  } catch {}
  throw new WebhookError('not-an-event', 'The body is not an event.');
}
