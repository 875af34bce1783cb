import { webhookEventNames } from '../generated/webhook-event-names.gen.js';
import type { WebhookEvent, WebhookEventName } from './events.js';
import type {
  DeliveryLog,
  MemoryDeliveryLogOptions,
  WebhookHandlerOptions,
  WebhookLogFields,
} from './options.js';
import { readRaw } from './raw-body.js';
import { hmac, keysOf, type WebhookSecret } from './secret.js';
import { sequenceGuard } from './sequence-guard.js';
import { readSignatureHeader, verifyWebhook, type WebhookHeaders } from './verify-webhook.js';
import { WebhookError, type WebhookErrorReason } from './webhook-error.js';

/** A request as any server passes it on. */
export interface Delivery {
  readonly method: string | undefined;
  readonly headers: WebhookHeaders;
  /** Rejects with a {@link WebhookError} when the body is larger than `maxBytes`, or was read before. */
  readBody(maxBytes: number): Promise<string | Uint8Array>;
}

/** A response without a body. */
export interface DeliveryResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Creates a function that verifies, drops duplicates, calls the callbacks, and never rejects.
 *
 * @throws {WebhookError} at once for a secret that cannot be used; a secret from a function is checked on each request.
 */
export function deliveryHandler<Handled extends WebhookEventName>(
  options: WebhookHandlerOptions<Handled>,
): (delivery: Delivery) => Promise<DeliveryResponse> {
  const secret = options?.secret;
  if (typeof secret !== 'function') keysOf(secret);
  const { dedupe = memoryDeliveryLog({ now: options.now }), maxBodyBytes = 1_000_000 } = options;
  const isStale = sequenceGuard(options);
  return async (delivery) => {
    if (delivery.method !== 'POST') return emptyResponse(405);
    let event: WebhookEvent | undefined;
    try {
      const body = await delivery.readBody(maxBodyBytes);
      const secrets = await currentSecret(secret);
      const verified = await verifyWebhook(body, delivery.headers, secrets, options);
      event = verified;
      const id = idOf(event) ?? (await signatureOf(body, delivery.headers, secrets));
      const status = await processOnce(id, dedupe, () => callBack(verified, options, isStale));
      quietly(() => options.logger?.debug('webhook', { status, ...namesOf(event) }));
      return emptyResponse(status);
    } catch (error) {
      // A callback may verify something too, and a failure there does not refuse this delivery.
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

function idOf(event: WebhookEvent): string | undefined {
  return typeof event.id === 'string' && event.id !== '' ? event.id : undefined;
}

/** The signature with the first secret, which is the same however the header of one delivery is written. */
async function signatureOf(
  body: string | Uint8Array,
  headers: WebhookHeaders,
  secrets: WebhookSecret,
): Promise<string> {
  const [moment] = readSignatureHeader(headers);
  const [key = ''] = keysOf(secrets);
  return `v1=${await hmac(key, moment, await readRaw(body))}`;
}

/**
 * Processes a delivery that no other call has handled or is handling, and returns the status to respond with. Rejects with
 * what `process` or the log of deliveries throws.
 */
async function processOnce(
  id: string,
  dedupe: DeliveryLog,
  process: () => Promise<unknown>,
): Promise<204 | 503> {
  const claim = crypto.randomUUID();
  const state = await dedupe.begin(id, claim);
  if (state === 'busy') return 503;
  if (state === 'done') return 204;
  try {
    await process();
  } catch (error) {
    await abandon(dedupe, id, claim);
    throw error;
  }
  await dedupe.complete(id);
  return 204;
}

/** Of two failures the first one matters; a claim that stays expires in the store. */
async function abandon(dedupe: DeliveryLog, id: string, claim: string): Promise<void> {
  try {
    await dedupe.abandon(id, claim);
  } catch {}
}

interface Claim {
  readonly claim: string | undefined;
  readonly moment: number;
}

/** A log in the memory of this process. */
export function memoryDeliveryLog(options: MemoryDeliveryLogOptions = {}): DeliveryLog {
  const { capacity = 10_000, claimTimeoutMs = 60_000, now = () => Date.now() } = options;
  // Claims are apart from what was handled, so that no number of deliveries makes the log forget one.
  const claims = new Map<string, Claim>();
  const handled = new Set<string>();
  return {
    begin(id, claim) {
      if (handled.has(id)) return 'done';
      const moment = now();
      forgetExpired(claims, moment - claimTimeoutMs);
      if (claims.has(id)) return 'busy';
      claims.set(id, { claim, moment });
      return 'new';
    },
    complete(id) {
      claims.delete(id);
      handled.add(id);
      const [oldest = ''] = handled;
      if (handled.size > capacity) handled.delete(oldest);
    },
    abandon(id, claim) {
      const held = claims.get(id)?.claim;
      // A log that wraps this one may pass the claim to one method alone.
      if (claim === undefined || held === undefined || claim === held) claims.delete(id);
    },
  };
}

/** Claims are in the order of their moments, so looking at the first is enough when none has expired. */
function forgetExpired(claims: Map<string, Claim>, latestMs: number): void {
  for (const [id, { moment }] of claims) {
    if (moment > latestMs) return;
    claims.delete(id);
  }
}

/** `on` may be an instance of a class with other methods, which no event may call: only the names in the spec are looked up. */
async function callBack<Handled extends WebhookEventName>(
  event: WebhookEvent,
  { on, fallback, onStale }: WebhookHandlerOptions<Handled>,
  isStale: (event: WebhookEvent) => Promise<boolean>,
): Promise<void> {
  const callback = webhookEventNames.includes(event.event) ? on[event.event as Handled] : undefined;
  if ((await isStale(event)) && onStale) await onStale(event);
  else await (callback ?? fallback)?.call(on, event as never);
}

/** A mistake on this side is not a fault of the delivery: OMS may try again once it is corrected. */
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
  const deliveryId = idOf(event);
  return { event: event.event, ...(deliveryId !== undefined && { deliveryId }) };
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
