import { firstAcceptable } from '../http/accept.js';
import type { ApiRequest } from '../http/api-request.js';
import type { RawRequest } from '../http/raw-request.js';
import type { Content, Operation } from '../spec/operation.js';
import type { Finding } from '../violations/violation.js';
import type { Located } from './locate.js';
import { readBody } from './read-body.js';

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
  const isFlawed = 'code' in body;
  const request: ApiRequest = {
    id: raw.id,
    operationId: operation.operationId,
    method: operation.method,
    template: operation.template,
    pathParameters,
    query: url.query,
    headers: raw.headers,
    body: isFlawed ? undefined : body.value,
    wire: { target: url.target, body: raw.body },
  };
  const findings = [...checkAccept(operation, raw), ...checkExpectation(raw), ...(isFlawed ? [body] : [])];
  return { request, content: isFlawed ? undefined : body.content, findings };
}

/** A request for no operation of the spec, of which nothing was read. */
export function unlocatedRequest(
  { id, method, target, headers, body }: RawRequest,
  path: string,
): ApiRequest {
  return {
    id,
    operationId: undefined,
    method,
    template: path,
    pathParameters: {},
    query: new URLSearchParams(),
    headers,
    body: undefined,
    wire: { target, body },
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
