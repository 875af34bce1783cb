import type { ApiRequest } from '../http/message.js';
import type { Parameter } from '../spec/operation.js';

/** The location of a parameter in reports. */
export function parameterLocation({ place, name }: Parameter): string[] {
  return [place, place === 'header' ? name.toLowerCase() : name];
}

/** Every value a request has for a parameter, as text; empty when it has none. */
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

const literals: Readonly<Record<string, RegExp>> = {
  integer: /^-?(?:0|[1-9][0-9]*)$/,
  number: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/,
  boolean: /^(?:true|false)$/,
  null: /^null$/,
};

/** Tells whether a text is the plain spelling of a value of one of the JSON types. */
export function isLiteral(text: string, types: readonly string[]): boolean {
  if (types.length === 0) return true;
  return types.some((type) => literals[type]?.test(text) ?? true);
}

/** The JSON value a text stands for, going by the types it may have. */
export function fromLiteral(text: string, types: readonly string[]): unknown {
  const isPlain = types.some((type) => literals[type]?.test(text) === true);
  return isPlain ? (JSON.parse(text) as unknown) : text;
}

function cookieValues(header: string, name: string): string[] {
  const pairs = header.split(';').map((pair) => pair.trim());
  return pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
}
