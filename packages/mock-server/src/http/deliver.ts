import type { Faults } from '../faults/faults.js';
import type { Deliver, DeliveryResponse, DeliverySettings } from '../sandbox/webhooks/delivery-options.js';
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

/** Of the body of a response no more is read, and no longer. */
const mostRead = 16_384;
const longestReadMs = 500;

/** Delivers by a POST to every endpoint that may be called. What responses say is read where it is to be shown. */
export function deliverToLoopbackOr(known: readonly string[], readsResponses = false): Deliver {
  const whyNot = whyNeverCalled(known);
  return async (url, body, headers, { signal, isOfPage, responded }) => {
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
      responded?.();
      if (readsResponses) return await readResponse(response);
      await response.body?.cancel();
      return response.status;
    } finally {
      late.removeEventListener('abort', abort);
      signal.removeEventListener('abort', abort);
    }
  };
}

/** A response with the beginning of its body. A body that breaks off, or never ends, makes the delivery no other one. */
async function readResponse({ status, headers, body }: Response): Promise<DeliveryResponse> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  const late = AbortSignal.timeout(longestReadMs);
  const cancel = () => void reader?.cancel().catch(() => undefined);
  late.addEventListener('abort', cancel, { once: true });
  let text = '';
  let isCut = reader !== undefined;
  try {
    while (reader !== undefined && text.length <= mostRead) {
      const { value, done } = await reader.read();
      if (done) {
        isCut = late.aborted;
        break;
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    // What came until then is what there is.
  } finally {
    late.removeEventListener('abort', cancel);
    cancel();
  }
  return { status, headers: Object.fromEntries(headers), body: text.slice(0, mostRead), isCut };
}

/** Sends a delivery again, as often as the faults say, once it got its response. Responses to the copies do not count. */
export function duplicatingDeliver(deliver: Deliver, faults: Faults): Deliver {
  return async (url, body, headers, context) => {
    const response = await deliver(url, body, headers, context);
    const { eventType, event = eventType } = JSON.parse(body) as { event?: string; eventType: string };
    for (let copies = faults.copiesOf(event); copies > 0 && !context.signal.aborted; copies -= 1)
      await deliver(url, body, headers, context).catch(() => 0);
    return response;
  };
}
