import { firstAcceptable, isInRange, isJson, isUtf8, parseMediaType } from '../http/media-type.js';
import type { ApiRequest, ApiResponse, RawRequest } from '../http/message.js';
import { readJson } from '../json/read-json.js';
import { type Content, type Operation, responseFor } from '../spec/operation.js';
import type { Finding } from '../violations/violation.js';
import type { Located } from './locate-request.js';

/** More bytes than this are refused. */
export const maxBodyBytes = 1_048_576;

/** A body that was read, and the declaration it falls under; nothing of both where there is nothing to check. */
export interface ReadBody {
  readonly value: unknown;
  readonly content: Content | undefined;
}

/** A request that was read, as far as that was possible. */
export interface ReadRequest {
  readonly request: ApiRequest;
  /** What the body is declared as; undefined when there is none or it could not be read. */
  readonly content: Content | undefined;
  readonly findings: readonly Finding[];
}

/** Reads everything in a request that can be read without a schema. */
export function readRequest({ operation, pathParameters, url }: Located, raw: RawRequest): ReadRequest {
  const body = readRequestBody(operation, raw);
  const isUnread = 'code' in body;
  const request: ApiRequest = {
    ...raw,
    operationId: operation.operationId,
    method: operation.method,
    template: operation.template,
    pathParameters,
    query: url.query,
    body: isUnread ? undefined : body.value,
    pathAndQuery: url.target,
  };
  const findings = [...checkAccept(operation, raw), ...checkExpectation(raw), ...(isUnread ? [body] : [])];
  return { request, content: isUnread ? undefined : body.content, findings };
}

/** A request for no operation of the spec, of which nothing was read. */
export function unlocatedRequest(raw: RawRequest, path: string): ApiRequest {
  return {
    ...raw,
    operationId: undefined,
    template: path,
    pathParameters: {},
    query: new URLSearchParams(),
    pathAndQuery: raw.target,
    body: undefined,
  };
}

/** Reads the body of a response as the operation declares it for this status. */
export function readResponse(operation: Operation, response: ApiResponse): ReadBody | Finding {
  const declared = responseFor(operation, response.status);
  if (declared === undefined) {
    const codes = operation.responses.map(({ code }) => code).join(', ');
    return finding('response.status.undeclared', `Declared are ${codes}.`, ['status']);
  }
  const { contents } = declared;
  const { body: sent, headers, relayed } = response;
  if (contents.length === 0)
    return sent.length === 0 ? noBody : finding('response.body.unexpected', 'No body is declared.');
  if (sent.length === 0) return finding('response.body.missing', 'A body is declared.');
  const content = contentFor(contents, headers['content-type']);
  if (content === undefined) return wrongMediaType('response', contents);
  const body = relayed?.plainBody ?? sent;
  if (body === 'too-large') return finding('response.body.unchecked', 'Has more than 4 MB.');
  if (body === 'undecodable')
    return finding('response.content-encoding', 'The body cannot be decompressed.', [
      'header',
      'content-encoding',
    ]);
  return readAs('response', content, body);
}

function checkAccept({ responses }: Operation, { headers }: RawRequest): Finding[] {
  if (headers['accept'] === undefined) return [];
  const mediaTypes = responses.flatMap(({ contents }) => contents.map(({ mediaType }) => mediaType));
  if (mediaTypes.length === 0 || firstAcceptable(headers['accept'], mediaTypes) !== undefined) return [];
  const message = `Must allow one of: ${[...new Set(mediaTypes)].join(', ')}.`;
  return [finding('request.accept', message, ['header', 'accept'])];
}

function checkExpectation({ headers }: RawRequest): Finding[] {
  if (headers['expect'] === undefined || /^(?:100-continue)?$/i.test(headers['expect'])) return [];
  return [finding('request.expectation', 'Only 100-continue can be met.', ['header', 'expect'])];
}

const noBody: ReadBody = { value: undefined, content: undefined };

/** Reads the body of a request as the operation declares it. */
function readRequestBody({ requestBody }: Operation, { headers, bytes }: RawRequest): ReadBody | Finding {
  if (bytes.byteLength > maxBodyBytes)
    return finding('request.body.too-large', `Has more than ${maxBodyBytes} bytes.`);
  if (bytes.byteLength === 0)
    return requestBody?.isRequired === true ? finding('request.body.missing', 'A body is required.') : noBody;
  if (requestBody === undefined) return finding('request.body.unexpected', 'This operation takes no body.');
  if (!/^(?:identity)?$/i.test(headers['content-encoding'] ?? ''))
    return finding('request.content-encoding', 'Compressed bodies are not accepted.', [
      'header',
      'content-encoding',
    ]);
  const content = contentFor(requestBody.contents, headers['content-type']);
  if (content === undefined) return wrongMediaType('request', requestBody.contents);
  return readAs('request', content, bytes);
}

/** The declaration a body of this type falls under; undefined for none, and for JSON that is not in UTF-8. */
function contentFor(contents: readonly Content[], contentType: string | undefined): Content | undefined {
  const sent = parseMediaType(contentType ?? '');
  if (sent === undefined || (isJson(sent.essence) && !isUtf8(sent))) return undefined;
  return contents.find(({ mediaType }) => isInRange(sent.essence, mediaType));
}

type Direction = 'request' | 'response';

const decoder = new TextDecoder();

/** Reads a body as it is declared: JSON as its value, anything else as text. */
function readAs(direction: Direction, content: Content, body: Uint8Array | string): ReadBody | Finding {
  if (!isJson(content.mediaType))
    return { value: typeof body === 'string' ? body : decoder.decode(body), content };
  const reading = readJson(body);
  return 'value' in reading
    ? { ...reading, content }
    : finding(`${direction}.body.${reading.reason}`, reading.message, ['body', ...reading.location]);
}

function wrongMediaType(direction: Direction, contents: readonly Content[]): Finding {
  const message = `Must be ${contents.map(({ mediaType }) => mediaType).join(', ')} in UTF-8.`;
  return finding(`${direction}.media-type`, message, ['header', 'content-type']);
}

function finding(code: Finding['code'], message: string, location: readonly string[] = ['body']): Finding {
  return { code, location, message };
}
