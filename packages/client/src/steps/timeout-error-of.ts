import { TimeoutError } from '../errors/timeout-error.js';
import { idempotencyKeyOf, type RequestRecord } from '../request/pipeline.js';

/** The error for a request that had no response after the time an option allows. */
export function timeoutErrorOf(request: RequestRecord, limit: 'timeoutMs' | 'deadlineMs'): TimeoutError {
  const limitMs = request.limits[limit];
  return new TimeoutError(`${request.operation} got no complete response within ${limitMs} ms (${limit}).`, {
    limit,
    limitMs,
    outcome: 'unknown',
    idempotencyKey: idempotencyKeyOf(request),
  });
}
