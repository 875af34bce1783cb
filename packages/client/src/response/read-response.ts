import type { FieldError } from '../errors/api-error.js';
import { ResponseError, type ResponseErrorReason } from '../errors/call-error.js';
import { ConfigurationError } from '../errors/oms-error.js';
import { operationsWithBody } from '../generated/operations.gen.js';
import type { FetchedResponse } from '../options.js';
import { isPlainObject } from '../request/check-value.js';
import {
  idempotencyKeyOf,
  isError,
  type ReceivedResponse,
  type RequestRecord,
  type ResponseHead,
} from '../request/pipeline.js';
import { cancelBody, readText, UnreadableBody } from './read-text.js';
import { redactBody, redactCause } from './redact.js';

/**
 * Reads a whole response, without what the API must not return. Redirects are refused, never followed. The body of an
 * error status that cannot be read, or stalls, counts as empty: the status says what matters.
 *
 * @throws {ResponseError} @throws {ConfigurationError} for a value that is not a response.
 */
export async function readResponse(
  request: RequestRecord,
  given: FetchedResponse,
  maxResponseBytes: number,
): Promise<ReceivedResponse> {
  const response = checkResponse(given);
  const head = { request, response, requestId: requestIdOf(response) };
  if (isRedirect(response)) {
    cancelBody(response);
    throw responseError(head, 'redirect', 'is a redirect, which is never followed');
  }
  if (isError(head) && request.inFlight !== undefined) request.inFlight.fallback = toReceived(head, '');
  let text = '';
  try {
    text = await readText(response, maxResponseBytes);
  } catch (error) {
    if (!isError(head)) throw error instanceof UnreadableBody ? unreadable(head, error) : error;
  }
  const received = toReceived(head, text);
  if (!mayNameFields(received)) return received;
  if (request.inFlight !== undefined) request.inFlight.fallback = received;
  return { ...received, fieldErrors: await loadFieldErrors(request, text) };
}

/** A body without a list or an object in it names no field; after the other statuses nobody has to change the request. */
function mayNameFields({ response: { status }, data, text }: ReceivedResponse): boolean {
  return status >= 400 && status < 500 && status !== 429 && data !== undefined && /.[[{]/s.test(text);
}

/**
 * The code for it is loaded when the first request is refused. It reads the text as it came: what has the name of a
 * write-only field is removed from the body, also where that is the name of the fault.
 */
async function loadFieldErrors({ operation }: RequestRecord, text: string): Promise<readonly FieldError[]> {
  try {
    const { readFieldErrors } = await import('./read-field-errors.js');
    return readFieldErrors(JSON.parse(text), operation);
  } catch {
    return [];
  }
}

/** A response whose body can be read, made from a response that was read. */
export function toResponse({ text, response }: Pick<ReceivedResponse, 'text' | 'response'>): Response {
  const { status, statusText, headers } = response;
  const body = text === '' ? null : text;
  if (status >= 200 && status < 600 && isByteString(statusText)) {
    return new Response(body, { status, statusText, headers });
  }
  const values = { status: { value: status }, statusText: { value: statusText } };
  return Object.defineProperties(new Response(body, { status: status < 400 ? 200 : 500, headers }), values);
}

/** The error for a response that cannot be used; `what` completes "the response with status 200 …". */
export function responseError(
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
    cause: redactCause(cause, request),
  });
}

/** A server may send what the constructor of `Response` refuses: status 999, or a reason that is not Latin. */
function isByteString(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}

function unreadable(head: ResponseHead, { reason, what, cause }: UnreadableBody): ResponseError {
  return responseError(head, reason, what, cause);
}

/** Without a response nobody knows whether the request was sent. Of one, no more is used than was promised. */
function checkResponse(response: FetchedResponse): Response {
  if (typeof response?.headers?.get === 'function') return response as Response;
  throw new ConfigurationError(
    'fetch',
    'fetch and middleware must return a promise of a Response.',
    'unknown',
  );
}

function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}

/** The id as errors quote it; anything that is not a plain word is left out, because it comes from the network. */
function requestIdOf({ headers }: Response): string | undefined {
  return /^[\w.:-]{1,128}$/.exec(headers.get('x-request-id') ?? '')?.[0];
}

/** What is nested deeper than the stack cannot be searched for what must be redacted, so all of it is left out. */
function toReceived(head: ResponseHead, text: string): ReceivedResponse {
  const { request, response, requestId } = head;
  const json = readJson(head, text);
  const data = isUsable(head, json) ? json : refuse(head, 'not-an-object', 'is JSON but not an object');
  try {
    const { text: safeText, redacted } = redactBody(json, text);
    return { request, response, requestId, text: safeText, data, redacted, fieldErrors: [], attempts: [] };
  } catch {
    if (!isError(head)) throw responseError(head, 'invalid-json', 'is JSON nested too deeply');
    const [data, redacted] = [undefined, []];
    return { request, response, requestId, text: '', data, redacted, fieldErrors: [], attempts: [] };
  }
}

/**
 * The JSON of a response; `undefined` where the spec promises no body (see `mayBeEmpty`), and for an error status whose body
 * cannot be read.
 */
function readJson(head: ResponseHead, text: string): unknown {
  const { response, request } = head;
  if (mayBeEmpty(request, response)) return undefined;
  if (text === '') return refuse(head, 'empty', 'is empty');
  if (!isJson(response.headers.get('content-type'))) return refuse(head, 'content-type', 'is not JSON');
  const json = parse(text);
  return json === undefined ? refuse(head, 'invalid-json', 'is JSON that is cut or damaged') : json;
}

/** Every operation of the spec returns an object, and so does every error; others may return any JSON. */
function isUsable(head: ResponseHead, json: unknown): boolean {
  if (json === undefined || isPlainObject(json)) return true;
  return !isError(head) && !operationsWithBody.includes(head.request.operation);
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
  throw responseError(head, reason, what);
}
