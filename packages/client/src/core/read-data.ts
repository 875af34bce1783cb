import type { ResponseErrorReason } from '../errors/response-error.js';
import { deletesWithBody } from '../generated/operations.gen.js';
import { isPlainObject } from './plain-object.js';
import { type AnswerHead, isError, type RequestRecord } from './send.js';
import { unusable } from './unusable.js';

/**
 * The JSON object of an answer; `undefined` for a `DELETE` answered with 204 unless the spec promises a body, and for an
 * error status whose body cannot be used: there the status says what matters.
 *
 * @throws {ResponseError} when a success is empty, is not JSON, is cut, or is not an object as every answer of the
 * spec is.
 */
export function readData(answer: AnswerHead, text: string): object | undefined {
  const { response, request } = answer;
  if (response.status === 204 && mayBeEmpty(request)) return undefined;
  if (text === '') return refuse(answer, 'empty', 'is empty');
  if (!isJson(response.headers.get('content-type'))) return refuse(answer, 'content-type', 'is not JSON');
  const data = parse(text);
  if (data === undefined) return refuse(answer, 'invalid-json', 'is JSON that is cut or damaged');
  return isPlainObject(data) ? data : refuse(answer, 'not-an-object', 'is JSON but not an object');
}

function mayBeEmpty({ method, template }: RequestRecord): boolean {
  return method === 'DELETE' && !deletesWithBody.includes(template);
}

function isJson(contentType: string | null): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(contentType ?? '');
}

/** `undefined` stands for unreadable text; the parser's own error quotes it and is dropped. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuse(answer: AnswerHead, reason: ResponseErrorReason, what: string): undefined {
  if (isError(answer)) return undefined;
  throw unusable(answer, reason, what);
}
