import type { Faults } from '../faults/faults.js';
import type { Deliver, DeliverySettings } from '../sandbox/webhooks/delivery-options.js';
import { isLoopback } from './cross-origin.js';

const timeoutMs = 10_000;

/**
 * Why an endpoint is not called, unless the options name its URL. That of another machine is often an example, and a test
 * must not call strangers. What a page registered on this machine is not called either: any site could have this machine's
 * services called.
 */
export function whyNeverCalled(known: readonly string[]): NonNullable<DeliverySettings['whyNeverCalled']> {
  return ({ url, isOfPage }) => {
    if (known.includes(url)) return undefined;
    if (!isLoopback(new URL(url).hostname))
      return 'it is not a loopback address, and neither webhookEndpoints nor --webhook-url names it';
    return isOfPage ? 'a page registered it, in a browser' : undefined;
  };
}

/** Delivers by a POST to every endpoint that may be called. */
export function deliverToLoopbackOr(known: readonly string[]): Deliver {
  const whyNot = whyNeverCalled(known);
  return async (url, body, headers, { signal, isOfPage }) => {
    const reason = whyNot({ url, isOfPage });
    if (reason !== undefined) throw new Error(reason);
    const init = { method: 'POST', body, headers, redirect: 'manual' as const };
    const cut = new AbortController();
    const late = AbortSignal.timeout(timeoutMs);
    const abort = () => cut.abort(late.reason);
    late.addEventListener('abort', abort, { once: true });
    signal.addEventListener('abort', abort, { once: true });
    try {
      signal.throwIfAborted();
      const response = await fetch(url, { ...init, signal: cut.signal });
      await response.body?.cancel();
      return response.status;
    } finally {
      late.removeEventListener('abort', abort);
      signal.removeEventListener('abort', abort);
    }
  };
}

/** Sends a delivery again, as often as the faults say, once it got its response. Responses to the copies do not count. */
export function duplicatingDeliver(deliver: Deliver, faults: Faults): Deliver {
  return async (url, body, headers, context) => {
    const status = await deliver(url, body, headers, context);
    const { eventType, event = eventType } = JSON.parse(body) as { event?: string; eventType: string };
    for (let copies = faults.copiesOf(event); copies > 0 && !context.signal.aborted; copies -= 1)
      await deliver(url, body, headers, context).catch(() => 0);
    return status;
  };
}
