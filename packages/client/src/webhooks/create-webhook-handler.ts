import { type DeliveryLog, memoryDeliveryLog } from './delivery-log.js';
import type { UnknownWebhookEvent, WebhookEvent, WebhookEventName, WebhookEventOf } from './events.js';
import { readLimited } from './read-limited.js';
import { keysOf, type WebhookSecret } from './secrets.js';
import { type VerifyWebhookOptions, verifyWebhook } from './verify-webhook.js';
import { WebhookError } from './webhook-error.js';

/** What to do with each kind of event. An error makes OMS send the event again. */
export type WebhookCallbacks = {
  readonly [Name in WebhookEventName]?: (event: WebhookEventOf<Name>) => unknown;
};

/** Options of {@link createWebhookHandler}. */
export interface WebhookHandlerOptions extends VerifyWebhookOptions {
  /** Secret of the endpoint, or several while they are rotated. */
  readonly secret: WebhookSecret;
  /** What to do, by the name of the event. */
  readonly on: WebhookCallbacks;
  /**
   * What to do with every other event, known or not.
   * @default nothing: it is acknowledged
   */
  readonly fallback?: (event: WebhookEvent | UnknownWebhookEvent) => unknown;
  /**
   * Remembers deliveries that have an id, which those of v0.9 have not.
   * @default a log in the memory of this process
   */
  readonly deliveries?: DeliveryLog;
  /**
   * Largest body, in bytes.
   * @default 1000000
   */
  readonly maxBodyBytes?: number;
  /** Is told why a delivery was refused, or what a callback threw. */
  readonly onError?: (error: unknown) => void;
}

/**
 * Makes a handler for servers that speak `Request` and `Response`: it verifies, drops duplicates, calls what you gave, and
 * answers 204 when all is well, 400 to what cannot be trusted and 500 when a callback failed, so that OMS tries again.
 *
 * @throws {WebhookError} at once for a secret that cannot be used.
 */
export function createWebhookHandler(
  options: WebhookHandlerOptions,
): (request: Request) => Promise<Response> {
  keysOf(options.secret, options.secretEncoding ?? 'text');
  const deliveries = options.deliveries ?? memoryDeliveryLog();
  return async (request) => {
    if (request.method !== 'POST') return answer(405, { allow: 'POST' });
    try {
      return await deliver(await receive(request, options), options, deliveries);
    } catch (error) {
      tell(options, error);
      return answer(error instanceof WebhookError ? statusOf(error) : 500);
    }
  };
}

async function receive(request: Request, options: WebhookHandlerOptions): Promise<WebhookEvent> {
  const body = await readLimited(request, options.maxBodyBytes ?? 1_000_000);
  return verifyWebhook(body, request.headers, options.secret, options);
}

async function deliver(
  event: WebhookEvent,
  options: WebhookHandlerOptions,
  deliveries: DeliveryLog,
): Promise<Response> {
  const id = typeof event.id === 'string' ? event.id : undefined;
  const state = id === undefined ? 'new' : await deliveries.begin(id);
  if (state === 'busy') return answer(503, { 'retry-after': '30' });
  if (state === 'done') return answer(204);
  try {
    await callbackFor(event, options)?.(event as never);
  } catch (error) {
    if (id !== undefined) await deliveries.abandon(id);
    throw error;
  }
  if (id !== undefined) await deliveries.complete(id);
  return answer(204);
}

function callbackFor({ event }: WebhookEvent, { on, fallback }: WebhookHandlerOptions) {
  return Object.hasOwn(on, event) ? (on[event as WebhookEventName] ?? fallback) : fallback;
}

/** A mistake on this side is no fault of the delivery: OMS may try again when it is mended. */
function statusOf({ reason }: WebhookError): number {
  if (reason === 'body-too-large') return 413;
  return reason === 'unusable-secret' || reason === 'body-not-raw' ? 500 : 400;
}

function answer(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers });
}

/** A listener that fails must not change the answer. */
function tell({ onError }: WebhookHandlerOptions, error: unknown): void {
  try {
    onError?.(error);
  } catch {}
}
