import { ResponseError, type ResponseErrorReason } from '../errors/response-error.js';
import { safeCause } from './safe-cause.js';
import { type AnswerHead, idempotencyKeyOf } from './send.js';

/** The error for an answer that cannot be used; `what` completes "the answer with status 200 …". */
export function unusable(
  { request, response, requestId }: AnswerHead,
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
