import { Cancellation } from '../request/cancellation.js';
import type { Send } from '../request/pipeline.js';
import { withinTime } from '../request/within-time.js';
import { timeoutErrorOf } from './timeout-error-of.js';
import type { Transport } from './transport.js';

/**
 * Limits one attempt, including the reading of its body, to `timeoutMs` and to what is left until the deadline, and
 * ends it at once when the caller aborts. The limit holds even when the `fetch` in use ignores its signal. An error
 * status whose body stalls is a response without a body: the status says what matters.
 */
export function timeout(transport: Transport): Send {
  return (request) => {
    const { signal, timeoutMs, deadlineAt } = request.limits;
    const leftMs = deadlineAt - performance.now();
    const ms = Math.min(leftMs, timeoutMs);
    const cancellation = new Cancellation();
    const onTimeUp = () => {
      const error = timeoutErrorOf(request, leftMs < timeoutMs ? 'deadlineMs' : 'timeoutMs');
      cancellation.abort(error);
      return cancellation.fallback ?? Promise.reject(error);
    };
    const onAbort = (reason: unknown) => cancellation.abort(reason);
    return withinTime({ ms, onTimeUp, signal, onAbort }, () => transport(request, cancellation));
  };
}
