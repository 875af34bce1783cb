import { ResponseError, type ResponseErrorReason } from '../errors/response-error.js';
import { idempotencyKeyOf, type ResponseHead } from '../request/pipeline.js';
import { safeCause } from './safe-cause.js';

/** The error for a response that cannot be used; `what` completes "the response with status 200 …". */
export function unusable(
  { request, response, requestId }: ResponseHead,
  reason: ResponseErrorReason,
  what: string,
  cause?: unknown,
): ResponseError {
  const { status } = response;
  return new ResponseError(`${request.operation}: the response with status ${status} ${what}.`, {
    reason,
    status,
    requestId,
    idempotencyKey: idempotencyKeyOf(request),
    cause: safeCause(cause, request),
  });
}
