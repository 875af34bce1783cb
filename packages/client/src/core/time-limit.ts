import { TimeoutError } from '../errors/timeout-error.js';
import { idempotencyKeyOf, operationOf, type RequestRecord } from './send.js';

/** How long one attempt may take, and the error to give when it took longer. */
export interface TimeLimit {
  readonly ms: number;
  readonly exceeded: () => TimeoutError;
}

/** What is left for an attempt that begins now: `timeoutMs`, or less when the whole call has to be over before. */
export function timeLimitOf(request: RequestRecord): TimeLimit {
  const leftMs = request.deadlineAt - performance.now();
  const limit = leftMs < request.timeoutMs ? 'deadlineMs' : 'timeoutMs';
  return {
    ms: Math.max(0, Math.min(leftMs, request.timeoutMs)),
    exceeded: () => timeoutError(request, limit),
  };
}

function timeoutError(request: RequestRecord, limit: 'timeoutMs' | 'deadlineMs'): TimeoutError {
  const limitMs = request[limit];
  return new TimeoutError(`${operationOf(request)} had no complete answer after ${limitMs} ms (${limit}).`, {
    limit,
    limitMs,
    outcome: 'unknown',
    idempotencyKey: idempotencyKeyOf(request),
  });
}
