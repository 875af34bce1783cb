import type { Deliver } from '../sandbox/webhooks/delivery-options.js';
import { isLoopback } from './is-loopback.js';

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
