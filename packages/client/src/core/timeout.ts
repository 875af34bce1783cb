import { TimeoutError } from '../errors/timeout-error.js';
import { idempotencyKeyOf, operationOf, type RequestRecord, type Send, type Step } from './send.js';

/**
 * Limits one attempt, including the reading of its body, to `timeoutMs`, and ends it at once when the caller aborts.
 * The limit holds even when the `fetch` in use ignores its signal.
 */
export const timeout: Step = (next) => (request) =>
  request.signal?.aborted === true ? Promise.reject(request.signal.reason) : limit(next, request);

function limit(next: Send, request: RequestRecord): ReturnType<Send> {
  const { signal, timeoutMs } = request;
  const controller = new AbortController();
  return new Promise((resolve, reject) => {
    const stop = (reason: unknown) => {
      reject(reason);
      controller.abort(reason);
    };
    const onAbort = () => stop(signal?.reason);
    const onTimeout = () => {
      const message = `${operationOf(request)} had no complete answer after ${timeoutMs} ms.`;
      stop(new TimeoutError(message, { timeoutMs, idempotencyKey: idempotencyKeyOf(request) }));
    };
    const timer = setTimeout(onTimeout, timeoutMs);
    signal?.addEventListener('abort', onAbort, { once: true });
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    next({ ...request, signal: controller.signal })
      .then(resolve, reject)
      .finally(settle);
    controller.signal.addEventListener('abort', settle, { once: true });
  });
}
