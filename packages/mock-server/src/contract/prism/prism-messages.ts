import type { ApiResponse } from '../../http/message.js';
import { type DeclaredHeader, isComposite, type Operation } from '../../spec/operation.js';
import type { ReadBody, ReadRequest } from '../read-message.js';
import type { PrismRequest, PrismResponse } from './prism-engine.js';

/** A request as Prism has to see it, without what it stumbles over. */
export function toPrismRequest(
  { parameters }: Operation,
  { request, content }: ReadRequest,
  isWithoutBody: boolean,
): PrismRequest {
  const { method, template, pathParameters, query, headers, body } = request;
  const path = template.replace(/\{([^{}]+)\}/g, (_, name: string) =>
    encodeURIComponent(pathParameters[name] ?? ''),
  );
  return {
    method: method.toLowerCase() as PrismRequest['method'],
    url: { path, query: queryOf(query) },
    headers: {
      ...emptyComposites(parameters.filter(({ place }) => place === 'header')),
      ...headersFor(headers, content?.mediaType),
    },
    body: isWithoutBody ? undefined : body,
  };
}

/** A response as Prism has to see it. */
export function toPrismResponse(
  declared: readonly DeclaredHeader[],
  { status, headers }: ApiResponse,
  read: ReadBody | undefined,
): PrismResponse {
  return {
    statusCode: status,
    headers: { ...emptyComposites(declared), ...headersFor(headers, read?.content?.mediaType) },
    body: read?.value,
  };
}

/** Prism fails when a list or an object is missing from the headers. What it then finds in an empty one is not reported. */
function emptyComposites(
  declared: readonly Pick<DeclaredHeader, 'name' | 'types'>[],
): Record<string, string> {
  const composites = declared.filter(({ types }) => isComposite(types));
  return Object.fromEntries(composites.map(({ name }) => [name.toLowerCase(), '']));
}

/** Media types and lengths are checked before Prism; `Bearer` it knows only with a capital letter. */
function headersFor(headers: Readonly<Record<string, string>>, mediaType: string | undefined) {
  const { 'content-type': _type, 'content-length': _length, authorization, ...rest } = headers;
  return {
    ...rest,
    ...(mediaType === undefined ? {} : { 'content-type': mediaType }),
    ...(authorization === undefined ? {} : { authorization: authorization.replace(/^bearer +/i, 'Bearer ') }),
  };
}

function queryOf(query: URLSearchParams): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = Object.create(null);
  for (const name of new Set(query.keys())) {
    const all = query.getAll(name);
    values[name] = all.length === 1 ? (all[0] ?? '') : all;
  }
  return values;
}
