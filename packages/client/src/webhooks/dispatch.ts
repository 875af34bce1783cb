import type { DeliveryLog } from './delivery-log.js';
import type { WebhookEvent, WebhookEventName } from './events.js';
import type { WebhookHandlerOptions } from './webhook-handler-options.js';

/**
 * Calls back for an event that no other call has handled or is handling, and gives the status to respond with. Rejects with
 * what the callback or the log of deliveries throws.
 */
export async function dispatch<Handled extends WebhookEventName>(
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

/** Of two failures the first one matters; that the claim stays is for the store to mend, by letting it expire. */
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
