import type { RequestRecord } from '../request/pipeline.js';

/**
 * `cause` as it is when nothing in it repeats what was sent; otherwise a stand-in with its name and code.
 *
 * Some `fetch` functions quote the URL, a header or the whole request in their errors, and error trackers pass causes
 * on. What cannot be looked through, such as a `Headers` or a socket, counts as repeating.
 */
export function safeCause(cause: unknown, request: RequestRecord): unknown {
  try {
    const sent = sentValues(request);
    for (const text of textsIn(cause)) if (sent.some((value) => text.includes(value))) return standIn(cause);
    return cause;
  } catch {
    return standIn(cause);
  }
}

/** Shorter values, such as a country code, would be found in any text. */
const shortestSecret = 4;

function sentValues({ url, template, headers, token = '', body }: RequestRecord): string[] {
  const { pathname, search, searchParams } = new URL(url);
  const values = [search, ...searchParams.values(), ...filledIn(template, pathname)];
  const written = body === undefined ? [] : [body, ...textsIn(JSON.parse(body))];
  return [...values, ...values.map(encodeURIComponent), token, ...Object.values(headers), ...written].filter(
    (value) => value.length >= shortestSecret,
  );
}

function filledIn(template: string, pathname: string): string[] {
  const parts = template.split('/');
  const segments = pathname.split('/').slice(-parts.length);
  return segments.filter((_, index) => parts[index]?.startsWith('{')).map(decodeURIComponent);
}

function* textsIn(value: unknown, seen = new Set<unknown>()): Generator<string> {
  if (typeof value === 'string') yield value;
  if (Object(value) !== value || seen.has(value)) return;
  seen.add(value);
  const object = value as Record<PropertyKey, unknown>;
  if (isOpaque(object)) throw new Error('opaque');
  if (value instanceof Error) yield* [value.name, value.message, value.stack ?? ''];
  for (const key of Reflect.ownKeys(object)) yield* textsIn(object[key], seen);
}

/** The parser's error of Node's `fetch` has the bytes of the response, which may be about anybody, in `data`. */
function isOpaque(value: object): boolean {
  if (value instanceof Error) return 'data' in value;
  return !Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype;
}

/** Name and code say most of what a cause can say; `fetch` keeps the code one level further down. */
function standIn(cause: unknown): Error {
  const error = new Error('Message withheld: it may repeat what was sent.');
  try {
    const { name, code, cause: inner } = Object(cause) as Record<string, unknown>;
    if (isWord(name)) error.name = name;
    const found = [code, (Object(inner) as Record<string, unknown>)['code']].find(isWord);
    return found === undefined ? error : Object.assign(error, { code: found });
  } catch {
    return error;
  }
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z]\w{0,63}$/.test(value);
}
