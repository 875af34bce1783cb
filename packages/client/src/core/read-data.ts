import { ResponseError, type ResponseErrorReason } from '../errors/response-error.js';
import { type Answer, operationOf } from './send.js';

/**
 * The JSON of an answer; `undefined` for an empty one with status 204 or an error status.
 *
 * @throws {ResponseError} when a success is empty, is not JSON or is cut. An error status with an unreadable body has
 * no data: its status says what matters.
 */
export function readData(answer: Answer): unknown {
  const { text, response } = answer;
  if (text === '') return isError(answer) || response.status === 204 ? undefined : refuse(answer, 'empty', 'is empty');
  if (!isJson(response.headers.get('content-type'))) return refuse(answer, 'content-type', 'is not JSON');
  try {
    return JSON.parse(text);
  } catch {
    return refuse(answer, 'invalid-json', 'is JSON that is cut or damaged');
  }
}

/** Whether the answer has an error status. */
export function isError({ response }: Answer): boolean {
  return response.status >= 400;
}

function isJson(contentType: string | null): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(contentType ?? '');
}

function refuse(answer: Answer, reason: ResponseErrorReason, what: string): undefined {
  if (isError(answer)) return undefined;
  const { response, requestId, request } = answer;
  throw new ResponseError(`${operationOf(request)}: the answer with status ${response.status} ${what}.`, {
    reason,
    status: response.status,
    requestId,
  });
}
