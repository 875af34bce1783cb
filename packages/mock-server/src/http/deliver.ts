import type { Faults } from '../faults/faults.js';
import type { Deliver } from '../sandbox/webhooks/delivery-options.js';
import { isLoopback } from './cross-origin.js';

const timeoutMs = 10_000;

/**
 * Delivers to this machine and to the URLs that the options name. The URL of any other endpoint is often an example, and a
 * test must not call strangers. What a page registered on this machine is not called either: any site could have this
 * machine's services called.
 */
export function deliverToLoopbackOr(known: readonly string[]): Deliver {
  return async (url, body, headers, { signal, isOfPage }) => {
    const isKnown = known.includes(url);
    if (!isKnown && !isLoopback(new URL(url).hostname)) throw new Error('not a loopback address');
    if (!isKnown && isOfPage) throw new Error('a loopback address that a page registered');
    const init = { method: 'POST', body, headers, redirect: 'manual' as const };
    const cut = new AbortController();
    const abort = () => cut.abort();
    const late = AbortSignal.timeout(timeoutMs);
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
