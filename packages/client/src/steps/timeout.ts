import { TimeoutError } from '../errors/call-error.js';
import type { Outcome } from '../errors/oms-error.js';
import { type InFlight, idempotencyKeyOf, type RequestRecord, type Step } from '../request/pipeline.js';
import { withinTime } from '../request/within-time.js';

/**
 * Limits one attempt, including the reading of its body, to `timeoutMs` and to what is left until the deadline, and
 * ends it at once when the caller aborts. The limit applies even if the `fetch` in use ignores its signal. An error
 * status whose body stalls is a response without a body: the status says what matters.
 */
export const timeout: Step = (next) => (request) => {
  const { signal, timeoutMs, deadlineAt } = request.limits;
  const leftMs = deadlineAt - performance.now();
  const ms = Math.min(leftMs, timeoutMs);
  const controller = new AbortController();
  const inFlight: InFlight = { signal: controller.signal, fallback: undefined };
  const onTimeUp = () => {
    const error = timeoutErrorOf(request, leftMs < timeoutMs ? 'deadlineMs' : 'timeoutMs');
    controller.abort(error);
    return inFlight.fallback ?? Promise.reject(error);
  };
  const onAbort = (reason: unknown) => controller.abort(reason);
  return withinTime({ ms, onTimeUp, signal, onAbort }, () => next({ inFlight, ...request }));
};

/** Waits for code of others, which may hang: the deadline of the call and an abort end the wait all the same. */
export function withinDeadline<T>(
  request: RequestRecord,
  work: () => Promise<T>,
  outcome?: Outcome,
): Promise<T> {
  const { signal, deadlineAt } = request.limits;
  const ms = deadlineAt - performance.now();
  const onTimeUp = () => Promise.reject(timeoutErrorOf(request, 'deadlineMs', outcome));
  return withinTime({ ms, signal, onTimeUp }, work);
}

/** The error for a request that had no response after the time an option allows. */
function timeoutErrorOf(
  request: RequestRecord,
  limit: 'timeoutMs' | 'deadlineMs',
  outcome: Outcome = 'unknown',
): TimeoutError {
  const limitMs = request.limits[limit];
  return new TimeoutError(`${request.operation} got no complete response within ${limitMs} ms (${limit}).`, {
    limit,
    limitMs,
    outcome,
    idempotencyKey: idempotencyKeyOf(request),
  });
}
