import type { RequestRecord } from './send.js';
import { timeLimitOf } from './time-limit.js';
import type { TokenSource } from './token-source.js';

/**
 * A token for this request. A shared exchange goes on for the other callers when this one aborts or its deadline passes;
 * this one lets go at once.
 */
export function waitForToken(tokens: TokenSource, request: RequestRecord): string | Promise<string> {
  const { signal } = request;
  if (signal?.aborted === true) throw signal.reason;
  const token = tokens.get();
  return typeof token === 'string' ? token : race(token, { ...request, timeoutMs: request.deadlineMs });
}

function race(token: Promise<string>, request: RequestRecord): Promise<string> {
  const { signal } = request;
  const { ms, exceeded } = timeLimitOf(request);
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal?.reason);
    const timer = setTimeout(() => reject(notSent(exceeded())), ms);
    signal?.addEventListener('abort', onAbort, { once: true });
    token
      .finally(() => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
      })
      .then(resolve, reject);
  });
}

/** The request itself had not begun. */
function notSent<E extends Error>(error: E): E {
  return Object.assign(error, { outcome: 'not_sent' });
}
