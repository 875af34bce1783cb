import type { Answer, RequestRecord, Send, Step } from './send.js';
import { timeLimitOf } from './time-limit.js';

/**
 * Limits one attempt, including the reading of its body, to `timeoutMs` and to what is left until the deadline, and
 * ends it at once when the caller aborts. The limit holds even when the `fetch` in use ignores its signal.
 */
export const timeout: Step = (next) => (request) =>
  request.signal?.aborted === true ? Promise.reject(request.signal.reason) : limit(next, request);

function limit(next: Send, request: RequestRecord): Promise<Answer> {
  const { signal } = request;
  const { ms, exceeded } = timeLimitOf(request);
  const controller = new AbortController();
  return new Promise((resolve, reject) => {
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    const fail = (reason: unknown) => {
      settle();
      reject(reason);
    };
    const stop = (reason: unknown) => {
      fail(reason);
      controller.abort(reason);
    };
    const onAbort = () => stop(signal?.reason);
    const timer = setTimeout(() => stop(exceeded()), ms);
    signal?.addEventListener('abort', onAbort, { once: true });
    next({ ...request, signal: controller.signal }).then((answer) => {
      settle();
      resolve(answer);
    }, fail);
  });
}
