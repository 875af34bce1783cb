import { memoryDeliveryLog } from './delivery-log.js';
import { dispatch } from './dispatch.js';
import type { WebhookEvent, WebhookEventName } from './events.js';
import { readLimited } from './read-limited.js';
import { keysOf, type WebhookSecret } from './secrets.js';
import { verifyWebhook } from './verify-webhook.js';
import { WebhookError, type WebhookErrorReason } from './webhook-error.js';
import type { WebhookHandlerOptions } from './webhook-handler-options.js';
import type { WebhookLogFields } from './webhook-logger.js';

/**
 * Makes a handler for servers that speak `Request` and `Response`: it verifies, drops duplicates, calls what you gave, and
 * responds with 204 when all is well, 400 to what cannot be trusted and 500 when a callback failed, so that OMS tries again.
 *
 * @throws {WebhookError} at once for a secret that cannot be used; one that a function gives is looked at with each request.
 */
export function createWebhookHandler<Handled extends WebhookEventName = never>(
  options: WebhookHandlerOptions<Handled>,
): (request: Request) => Promise<Response> {
  const secret = options?.secret;
  if (typeof secret !== 'function') keysOf(secret);
  const { dedupe = memoryDeliveryLog(), maxBodyBytes = 1_000_000 } = options;
  return async (request) => {
    if (request?.method !== 'POST') return emptyResponse(405);
    let event: WebhookEvent | undefined;
    try {
      const body = await readLimited(request, maxBodyBytes);
      event = await verifyWebhook(body, request.headers, await given(secret), options);
      const status = await dispatch(event, options, dedupe);
      quietly(() => options.logger?.debug('webhook', { status, ...namesOf(event) }));
      return emptyResponse(status);
    } catch (error) {
      // A callback may verify something too, and what fails there is no refusal of this delivery.
      const reason = event === undefined && error instanceof WebhookError ? error.reason : undefined;
      const status = statusOf(reason);
      quietly(() => options.onError?.(error));
      quietly(() => options.logger?.warn('webhook', { status, ...namesOf(event), ...whyOf(error, reason) }));
      return emptyResponse(status);
    }
  };
}

function given(secret: WebhookHandlerOptions['secret']): WebhookSecret | Promise<WebhookSecret> {
  return typeof secret === 'function' ? secret() : secret;
}

/** A mistake on this side is no fault of the delivery: OMS may try again when it is mended. */
function statusOf(reason: WebhookErrorReason | undefined): number {
  const isOurs = reason === undefined || reason === 'unusable-secret' || reason === 'body-not-raw';
  return isOurs ? 500 : reason === 'body-too-large' ? 413 : 400;
}

function emptyResponse(status: number): Response {
  const headers: Record<number, HeadersInit> = { 405: { allow: 'POST' }, 503: { 'retry-after': '30' } };
  return new Response(null, { status, headers: headers[status] ?? {} });
}

function namesOf(event: WebhookEvent | undefined): Pick<WebhookLogFields, 'event' | 'deliveryId'> {
  if (event === undefined) return {};
  return { event: event.event, ...(typeof event.id === 'string' && { deliveryId: event.id }) };
}

/** Why a delivery was refused, or else the name of what was thrown. */
function whyOf(
  error: unknown,
  reason: WebhookErrorReason | undefined,
): Pick<WebhookLogFields, 'reason' | 'error'> {
  return reason === undefined ? { error: error instanceof Error ? error.name : typeof error } : { reason };
}

/** A listener that fails, at once or as a promise, must not change the response or end the process. */
async function quietly(tell: () => unknown): Promise<void> {
  try {
    await tell();
  } catch {}
}
