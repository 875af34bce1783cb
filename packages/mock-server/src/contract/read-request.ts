import { firstAcceptable } from '../http/media-type.js';
import type { ApiRequest, RawRequest } from '../http/message.js';
import type { Content, Operation } from '../spec/operation.js';
import type { Finding } from '../violations/violation.js';
import type { Located } from './locate-request.js';
import { contentFor, mediaTypeAdvice, readContent } from './read-content.js';

/** More bytes than this are refused. */
export const maxBodyBytes = 1_048_576;

/** A request that was read, as far as that was possible. */
export interface ReadRequest {
  readonly request: ApiRequest;
  /** What the body is declared as; undefined when there is none or it could not be read. */
  readonly content: Content | undefined;
  readonly findings: readonly Finding[];
}

/** Reads everything in a request that can be read without a schema. */
export function readRequest({ operation, pathParameters, url }: Located, raw: RawRequest): ReadRequest {
  const body = readBody(operation, raw);
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

function checkAccept({ responses }: Operation, { headers }: RawRequest): Finding[] {
  const mediaTypes = responses.flatMap(({ contents }) => contents.map(({ mediaType }) => mediaType));
  if (mediaTypes.length === 0 || firstAcceptable(headers['accept'], mediaTypes) !== undefined) return [];
  const message = `Must allow one of: ${[...new Set(mediaTypes)].join(', ')}.`;
  return [{ code: 'request.accept', location: ['header', 'accept'], message }];
}

function checkExpectation({ headers }: RawRequest): Finding[] {
  if (/^(?:100-continue)?$/i.test(headers['expect'] ?? '')) return [];
  return [
    { code: 'request.expectation', location: ['header', 'expect'], message: 'Only 100-continue can be met.' },
  ];
}

/** A body that was read, and the declaration it falls under; nothing of both for no body. */
interface ReadBody {
  readonly value: unknown;
  readonly content: Content | undefined;
}

const noBody: ReadBody = { value: undefined, content: undefined };

/** Reads the body of a request as the operation declares it. */
function readBody({ requestBody }: Operation, { headers, bytes }: RawRequest): ReadBody | Finding {
  if (bytes.byteLength > maxBodyBytes) return finding('too-large', `Has more than ${maxBodyBytes} bytes.`);
  if (bytes.byteLength === 0) {
    return requestBody?.isRequired === true ? finding('missing', 'A body is required.') : noBody;
  }
  if (requestBody === undefined) return finding('unexpected', 'This operation takes no body.');
  if (!/^(?:identity)?$/i.test(headers['content-encoding'] ?? '')) {
    return inHeader('request.content-encoding', 'Compressed bodies are not accepted.');
  }
  const content = contentFor(requestBody.contents, headers['content-type']);
  return content === undefined
    ? inHeader('request.media-type', mediaTypeAdvice(requestBody.contents))
    : readAs(content, bytes);
}

function readAs(content: Content, body: Uint8Array): ReadBody | Finding {
  const reading = readContent(content, body);
  return 'value' in reading
    ? { ...reading, content }
    : finding(reading.reason, reading.message, reading.location);
}

type Reason = 'too-large' | 'missing' | 'unexpected' | 'malformed' | 'duplicate-key' | 'too-deep';

function finding(reason: Reason, message: string, location: readonly string[] = []): Finding {
  return { code: `request.body.${reason}`, location: ['body', ...location], message };
}

function inHeader(code: 'request.media-type' | 'request.content-encoding', message: string): Finding {
  const name = code === 'request.media-type' ? 'content-type' : 'content-encoding';
  return { code, location: ['header', name], message };
}
