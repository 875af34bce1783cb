import type { ApiRequest } from '../http/message.js';
import { readJson } from '../json/read-json.js';
import { checkBody, checkOutsideBody } from './check-shape.js';
import { ApiProblem, notFound } from './rules/api-problem.js';
import { findRoute } from './rules/routes.js';

const mostBytes = 1_048_576;

/** Reads a request of the Fetch API. Throws ApiProblem for what the sandbox cannot work with. */
export async function readFetch(request: Request, id: string): Promise<ApiRequest> {
  const url = new URL(request.url);
  const path = url.pathname.replace(/^\/v[0-9.]+(?=\/)/, '');
  const found = routeOf(request.method, path);
  const headers = Object.fromEntries(request.headers);
  const bytes = new Uint8Array(await request.arrayBuffer());
  checkOutsideBody(found.operationId, url.searchParams, headers);
  const body = readBody(bytes);
  checkBody(found.operationId, body);
  const pathAndQuery = path + url.search;
  const { method } = request;
  return {
    id,
    ...found,
    method,
    target: pathAndQuery,
    query: url.searchParams,
    pathAndQuery,
    headers,
    bytes,
    body,
  };
}

function routeOf(method: string, path: string) {
  const found = routeOrMalformed(method, path);
  if (found === undefined) throw notFound('path');
  if ('operationId' in found) return found;
  throw new ApiProblem(405, 'method_not_allowed', `The path has ${found.join(', ')}.`);
}

function routeOrMalformed(method: string, path: string) {
  try {
    return findRoute(method, path);
  } catch {
    throw new ApiProblem(400, 'invalid_request', 'The path cannot be read.');
  }
}

function readBody(bytes: Uint8Array): unknown {
  if (bytes.length > mostBytes)
    throw new ApiProblem(413, 'payload_too_large', 'The request body is too large.');
  if (bytes.length === 0) return undefined;
  const reading = readJson(bytes);
  if ('value' in reading) return reading.value;
  throw new ApiProblem(400, 'invalid_request', `The request body cannot be read. ${reading.message}`);
}
