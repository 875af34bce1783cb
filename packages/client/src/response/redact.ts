import { printable } from '../errors/printable.js';
import { writeOnlyNames } from '../generated/redaction.gen.js';
import type { RequestRecord } from '../request/pipeline.js';

/** Properties whose content belongs to the caller, whatever it is called. */
const callersOwn: readonly string[] = ['metadata'];

/** The name of a property, as JSON writes it; an escape could spell one. */
const suspicious = new RegExp(`"(?:${writeOnlyNames.join('|')})"\\s*:|\\\\u`);

/** A body without what the API must not return. */
export interface RedactedBody {
  readonly text: string;
  /** Pointers to what was removed, each once, the first hundred. */
  readonly redacted: readonly string[];
}

/** More would help nobody, and a hostile body could have millions. */
const mostPointers = 100;

/**
 * Removes from a body what the API accepts and must never return. The JSON is changed in place; most bodies have nothing to
 * remove, which a search in the text settles. If the search finds something, the text is written anew: in it, a name may
 * stand twice in one object, of which the parser keeps the last.
 */
export function redactBody(json: unknown, text: string): RedactedBody {
  if (!suspicious.test(text)) return { text, redacted: [] };
  const found = new Set<string>();
  remove(json, '', found);
  return { text: JSON.stringify(json) ?? '', redacted: [...found] };
}

function remove(node: unknown, pointer: string, found: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    const here = pointerTo(pointer, Array.isArray(node) ? '*' : key);
    if (writeOnlyNames.includes(key)) {
      Reflect.deleteProperty(node, key);
      if (found.size < mostPointers) found.add(here);
    } else if (!callersOwn.includes(key)) remove(value, here, found);
  }
}

/** JSON pointer to a property; the names come from outside. */
export function pointerTo(pointer: string, name: string): string {
  return `${pointer}/${printable(name, 64).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/**
 * `cause` unchanged if nothing in it repeats what was sent; otherwise a stand-in with its name and code.
 *
 * Some `fetch` functions quote the URL, a header or the whole request in their errors, and error trackers pass causes
 * on. What cannot be searched, such as a `Headers` or a socket, counts as repeating.
 */
export function redactCause(cause: unknown, request: RequestRecord): unknown {
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
  const error = new Error('Message redacted: it may repeat what was sent.');
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
