import type { Deliver } from '../sandbox/deliveries.js';
import { isLoopback } from './is-loopback.js';

const timeoutMs = 10_000;

/** Delivers to this machine alone: the URL of an endpoint is often an example, and a test must not call strangers. */
export const deliverToLoopback: Deliver = async (url, body, headers) => {
  if (!isLoopback(new URL(url).hostname)) throw new Error('not a loopback address');
  const init = { method: 'POST', body, headers, redirect: 'manual' as const };
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
  await response.body?.cancel();
  return response.status;
};
