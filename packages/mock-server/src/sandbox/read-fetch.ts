import { routes } from '../generated/operations.gen.js';
import type { ApiRequest } from '../http/message.js';
import { readJson } from '../json/read-json.js';
import { checkBody, checkOutsideBody, type OperationId } from './check-shape.js';
import { ApiProblem, notFound } from './rules/api-problem.js';

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
  if (found === undefined)
    throw notFound('path', 'Check the base path, the id in it, and a slash at its end.');
  if ('operationId' in found) return found;
  throw new ApiProblem(
    405,
    'method_not_allowed',
    `The path does not have this method. It has ${found.join(', ')}.`,
  );
}

function routeOrMalformed(method: string, path: string) {
  try {
    return findRoute(method, path);
  } catch {
    throw new ApiProblem(
      400,
      'invalid_request',
      'The path cannot be read: encode each value in it with encodeURIComponent.',
    );
  }
}

/** The operation a request is for. */
interface FoundRoute {
  readonly operationId: OperationId;
  readonly template: string;
  readonly pathParameters: Readonly<Record<string, string>>;
}

const known = Object.entries(routes).map(([operationId, route]) => {
  const [method = '', template = ''] = route.split(' ');
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const pattern = new RegExp(`^${template.replaceAll(/\{\w+\}/g, '([^/]+)')}$`);
  return { operationId: operationId as OperationId, method, template, names, pattern };
});

/** The route of a method and a path below the base path; the methods of the path when it has others; undefined for no such path. */
function findRoute(method: string, path: string): FoundRoute | readonly string[] | undefined {
  const ofPath = known.filter(({ pattern }) => pattern.test(path));
  const route = ofPath.find((candidate) => candidate.method === method);
  if (route === undefined) return ofPath.length === 0 ? undefined : ofPath.map((other) => other.method);
  const [, ...values] = route.pattern.exec(path) ?? [];
  const pairs = values.map((value, index) => [route.names[index] ?? '', decodeURIComponent(value)]);
  const { operationId, template } = route;
  return { operationId, template, pathParameters: Object.fromEntries(pairs) as Record<string, string> };
}

function readBody(bytes: Uint8Array): unknown {
  if (bytes.length > mostBytes)
    throw new ApiProblem(413, 'payload_too_large', 'The request body is too large: it may have 1 MB.');
  if (bytes.length === 0) return undefined;
  const reading = readJson(bytes);
  if ('value' in reading) return reading.value;
  throw new ApiProblem(400, 'invalid_request', `The request body cannot be read. ${reading.message}`);
}
