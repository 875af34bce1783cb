import { createWebhookHandler, type WebhookHandlerOptions } from '@oms-sdk/client/webhooks';
import { headerOf, now, secret } from './delivery.js';

export const url = 'https://app.example.com/oms/webhooks';

/** The request of a delivery. */
export const delivery = (body: string, header = headerOf(body)) =>
  new Request(url, { method: 'POST', body, headers: { 'webhook-signature': header } });

/** The body of an event as later versions send it. */
export const later = (id: string, event = 'endorsement.active') =>
  JSON.stringify({ event, id, createdAt: 'now', data: {} });

/** A handler, and the errors it reports. */
export function observedHandler(options: Partial<WebhookHandlerOptions> = {}) {
  const errors: unknown[] = [];
  const handle = createWebhookHandler({
    secret,
    now,
    on: {},
    onError: (error) => errors.push(error),
    ...options,
  });
  const statusOf = async (request: Request) => (await handle(request)).status;
  return { handle, statusOf, errors };
}
