import type { RequestRecord, Send, Step } from './send.js';
import { timeLimitOf } from './time-limit.js';

/**
 * Limits one attempt, including the reading of its body, to `timeoutMs` and to what is left until the deadline, and
 * ends it at once when the caller aborts. The limit holds even when the `fetch` in use ignores its signal.
 */
export const timeout: Step = (next) => (request) =>
  request.signal?.aborted === true ? Promise.reject(request.signal.reason) : limit(next, request);

function limit(next: Send, request: RequestRecord): ReturnType<Send> {
  const { signal } = request;
  const { ms, exceeded } = timeLimitOf(request);
  const controller = new AbortController();
  return new Promise((resolve, reject) => {
    const stop = (reason: unknown) => {
      settle();
      reject(reason);
      controller.abort(reason);
    };
    const onAbort = () => stop(signal?.reason);
    const timer = setTimeout(() => stop(exceeded()), ms);
    signal?.addEventListener('abort', onAbort, { once: true });
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    next({ ...request, signal: controller.signal })
      .finally(settle)
      .then(resolve, reject);
  });
}
