import type { WebhookEventBodies } from '../models.js';
import { WebhookError } from './webhook-error.js';

/** Names of the events the spec describes. */
export type WebhookEventName = keyof WebhookEventBodies;

/** The event of this name. */
export type WebhookEventOf<Name extends WebhookEventName> = Omit<WebhookEventBodies[Name], 'event'> & {
  readonly event: Name;
};

/** One of the events the spec describes, told apart by `event`. */
export type KnownWebhookEvent = { [Name in WebhookEventName]: WebhookEventOf<Name> }[WebhookEventName];

/** An event the spec does not describe. */
export interface UnknownWebhookEvent {
  readonly event: string;
  readonly id?: string;
  readonly data: unknown;
}

/** What a verified delivery tells; {@link isWebhookEvent} tells which event it is. */
export type WebhookEvent = KnownWebhookEvent | UnknownWebhookEvent;

/** Whether an event is the one of this name, which then has its type. */
export function isWebhookEvent<Name extends WebhookEventName>(
  event: WebhookEvent,
  name: Name,
): event is WebhookEventOf<Name> & WebhookEvent {
  return event.event === name;
}

/** Reads a verified body. Some kinds of event carry their name as `eventType`; it is given as `event` as well. */
export function readEvent(bytes: Uint8Array): WebhookEvent {
  const body = parse(bytes);
  const { event, eventType } = Object(body) as { event?: unknown; eventType?: unknown };
  const name = event ?? eventType;
  if (typeof body === 'object' && body !== null && typeof name === 'string' && name !== '') {
    return { data: undefined, ...body, event: name } as WebhookEvent;
  }
  throw new WebhookError(
    'not-an-event',
    'The signature is right, but the body is not a JSON object with the name of an event.',
  );
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
