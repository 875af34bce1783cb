import { isLoopback } from '../addresses.js';
import type { Faults } from '../faults/faults.js';
import type { Deliver } from '../sandbox/webhooks/delivery-options.js';

const timeoutMs = 10_000;

/**
 * Delivers to this machine and to the URLs that the options name. The URL of any other endpoint is often an example, and a
 * test must not call strangers.
 */
export function deliverToLoopbackOr(known: readonly string[]): Deliver {
  return async (url, body, headers) => {
    if (!known.includes(url) && !isLoopback(new URL(url).hostname)) throw new Error('not a loopback address');
    const init = { method: 'POST', body, headers, redirect: 'manual' as const };
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
    await response.body?.cancel();
    return response.status;
  };
}

/** Sends a delivery again, as often as the faults say, once it got its response. Responses to the copies do not count. */
export function duplicatingDeliver(deliver: Deliver, faults: Faults): Deliver {
  return async (url, body, headers) => {
    const status = await deliver(url, body, headers);
    const { event } = JSON.parse(body) as { event: string };
    for (let copies = faults.copiesOf(event); copies > 0; copies -= 1)
      await deliver(url, body, headers).catch(() => 0);
    return status;
  };
}
