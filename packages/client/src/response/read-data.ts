import type { ResponseErrorReason } from '../errors/response-error.js';
import { operationsWithBody } from '../generated/operations.gen.js';
import { isError, type RequestRecord, type ResponseHead } from '../request/pipeline.js';
import { isPlainObject } from '../request/plain-object.js';
import { unusable } from './unusable.js';

/**
 * The JSON object of a response; `undefined` where the spec promises no body (see `mayBeEmpty`), and for an error status
 * whose body cannot be used: there the status says what matters.
 *
 * @throws {ResponseError} when a success is empty, is not JSON, is cut, or is not an object as every response of the
 * spec is.
 */
export function readData(head: ResponseHead, text: string): object | undefined {
  const { response, request } = head;
  if (mayBeEmpty(request, response)) return undefined;
  if (text === '') return refuse(head, 'empty', 'is empty');
  if (!isJson(response.headers.get('content-type'))) return refuse(head, 'content-type', 'is not JSON');
  const data = parse(text);
  if (data === undefined) return refuse(head, 'invalid-json', 'is JSON that is cut or damaged');
  return isPlainObject(data) ? data : refuse(head, 'not-an-object', 'is JSON but not an object');
}

/** A `HEAD`, and a 204 unless the spec promises a body. */
function mayBeEmpty({ method, operation }: RequestRecord, { status }: Response): boolean {
  return method === 'HEAD' || (status === 204 && !operationsWithBody.includes(operation));
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

function refuse(head: ResponseHead, reason: ResponseErrorReason, what: string): undefined {
  if (isError(head)) return undefined;
  throw unusable(head, reason, what);
}
