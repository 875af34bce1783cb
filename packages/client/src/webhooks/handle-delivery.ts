import { type DeliveryLog, memoryDeliveryLog } from './delivery-log.js';
import type { WebhookEvent, WebhookEventName } from './events.js';
import type { WebhookHandlerOptions, WebhookLogFields } from './options.js';
import type { RawBody } from './raw-body.js';
import { keysOf, type WebhookSecret } from './secret.js';
import type { WebhookHeaders } from './signature-header.js';
import { verifyWebhook } from './verify-webhook.js';
import { WebhookError, type WebhookErrorReason } from './webhook-error.js';

/** A request as any server passes it on. */
export interface Delivery {
  readonly method: string | undefined;
  readonly headers: WebhookHeaders;
  /** Rejects with a {@link WebhookError} when the body is larger than `maxBytes`, or was read before. */
  readBody(maxBytes: number): Promise<RawBody>;
}

/** A response without a body. */
export interface DeliveryResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Verifies, drops duplicates, and calls the callbacks; what it returns never rejects.
 *
 * @throws {WebhookError} at once for a secret that cannot be used; a secret from a function is checked on each request.
 */
export function deliveryHandler<Handled extends WebhookEventName>(
  options: WebhookHandlerOptions<Handled>,
): (delivery: Delivery) => Promise<DeliveryResponse> {
  const secret = options?.secret;
  if (typeof secret !== 'function') keysOf(secret);
  const { dedupe = memoryDeliveryLog(), maxBodyBytes = 1_000_000 } = options;
  return async (delivery) => {
    if (delivery.method !== 'POST') return emptyResponse(405);
    let event: WebhookEvent | undefined;
    try {
      const body = await delivery.readBody(maxBodyBytes);
      event = await verifyWebhook(body, delivery.headers, await currentSecret(secret), options);
      const status = await processOnce(event, options, dedupe);
      quietly(() => options.logger?.debug('webhook', { status, ...namesOf(event) }));
      return emptyResponse(status);
    } catch (error) {
      // A callback may verify something too, and what fails there is no refusal of this delivery.
      const reason = event === undefined && error instanceof WebhookError ? error.reason : undefined;
      const status = statusOf(reason);
      quietly(() => options.onError?.(error));
      quietly(() =>
        options.logger?.warn('webhook', { status, ...namesOf(event), ...causeOf(error, reason) }),
      );
      return emptyResponse(status);
    }
  };
}

function currentSecret(secret: WebhookHandlerOptions['secret']): WebhookSecret | Promise<WebhookSecret> {
  return typeof secret === 'function' ? secret() : secret;
}

/**
 * Calls back for an event that no other call has handled or is handling, and returns the status to respond with. Rejects with
 * what the callback or the log of deliveries throws.
 */
async function processOnce<Handled extends WebhookEventName>(
  event: WebhookEvent,
  options: WebhookHandlerOptions<Handled>,
  dedupe: DeliveryLog,
): Promise<204 | 503> {
  const id = typeof event.id === 'string' && event.id;
  const state = id ? await dedupe.begin(id) : 'new';
  if (state === 'busy') return 503;
  if (state === 'done') return 204;
  try {
    await callbackFor(event, options)?.call(options.on, event as never);
  } catch (error) {
    if (id) await abandon(dedupe, id);
    throw error;
  }
  if (id) await dedupe.complete(id);
  return 204;
}

/** Of two failures the first one matters; a claim that stays expires in the store. */
async function abandon(dedupe: DeliveryLog, id: string): Promise<void> {
  try {
    await dedupe.abandon(id);
  } catch {}
}

/** `on` may be an instance of a class, but what every object has is no callback. */
function callbackFor<Handled extends WebhookEventName>(
  { event }: WebhookEvent,
  { on, fallback }: WebhookHandlerOptions<Handled>,
) {
  return (event in Object.prototype ? undefined : on[event as Handled]) ?? fallback;
}

/** A mistake on this side is no fault of the delivery: OMS may try again once it is corrected. */
function statusOf(reason: WebhookErrorReason | undefined): number {
  const isOurs = reason === undefined || reason === 'unusable-secret' || reason === 'body-not-raw';
  return isOurs ? 500 : reason === 'body-too-large' ? 413 : 400;
}

function emptyResponse(status: number): DeliveryResponse {
  const headers: Record<number, Record<string, string>> = {
    405: { allow: 'POST' },
    503: { 'retry-after': '30' },
  };
  return { status, headers: headers[status] ?? {} };
}

function namesOf(event: WebhookEvent | undefined): Pick<WebhookLogFields, 'event' | 'deliveryId'> {
  if (event === undefined) return {};
  return { event: event.event, ...(typeof event.id === 'string' && { deliveryId: event.id }) };
}

/** Why a delivery was refused, or else the name of what was thrown. */
function causeOf(
  error: unknown,
  reason: WebhookErrorReason | undefined,
): Pick<WebhookLogFields, 'reason' | 'error'> {
  return reason === undefined ? { error: error instanceof Error ? error.name : typeof error } : { reason };
}

/** A listener that fails, at once or as a promise, must not change the response or end the process. */
async function quietly(report: () => unknown): Promise<void> {
  try {
    await report();
  } catch {}
}
