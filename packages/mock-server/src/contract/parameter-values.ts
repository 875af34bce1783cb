import type { ApiRequest } from '../http/api-request.js';
import type { Parameter } from '../spec/operation.js';

/** The location of a parameter in reports. */
export function parameterLocation({ place, name }: Parameter): string[] {
  return [place, place === 'header' ? name.toLowerCase() : name];
}

/** Every value a request gives to a parameter, as text; empty when it gives none. */
export function valuesOf({ name, place }: Parameter, request: Omit<ApiRequest, 'body'>): string[] {
  if (place === 'query') return request.query.getAll(name);
  if (place === 'cookie') return cookieValues(request.headers['cookie'] ?? '', name);
  const value = place === 'header' ? request.headers[name.toLowerCase()] : request.pathParameters[name];
  return value === undefined ? [] : [value];
}

/** The single items of a value, where the parameter is a list. */
export function itemsOf({ style, explode, place }: Parameter, values: readonly string[]): string[] {
  if (explode && place === 'query') return [...values];
  const separator = style === 'spaceDelimited' ? ' ' : style === 'pipeDelimited' ? '|' : ',';
  return values.flatMap((value) => value.split(separator));
}

function cookieValues(header: string, name: string): string[] {
  const pairs = header.split(';').map((pair) => pair.trim());
  return pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
}
