import { pointerTo } from '../errors/oms-error.js';
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
 * remove, which a search in the text settles. If the search finds something, the text is written anew: a name may occur
 * twice in one object, of which the parser keeps the last.
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

/**
 * `cause` unchanged if nothing in it quotes what was sent; otherwise a stand-in with its name and code.
 *
 * Some `fetch` functions quote the URL, a header or the whole request in their errors, and error trackers pass causes
 * on. What cannot be searched, such as a `Headers` or a socket, counts as quoting, and so does a text that would change
 * what a terminal shows.
 */
export function redactCause(cause: unknown, request: RequestRecord): unknown {
  try {
    const sent = sentValues(request).flatMap(formsOf).map(fold);
    for (const text of textsIn(cause)) {
      const folded = fold(text);
      if (controls.test(text) || sent.some((value) => folded.includes(value))) return standIn(cause);
    }
    return cause;
  } catch {
    return standIn(cause);
  }
}

/** As in `printable`, except the tabs and line breaks of a stack. */
const controls = /[^\P{C}\n\r\t]|[\p{Zl}\p{Zp}]/u;

/** Shorter values, such as a country code, would be found in any text. */
const shortestSecret = 4;
/** In base64, shorter values would be found in any text too; of longer ones, such as the whole body, the parts are. */
const encodedLengths = { min: 6, max: 1_000 };

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

/** How a value may be written: as it is, and in base64, where the number of bytes before it decides on three forms. */
function formsOf(value: string): string[] {
  const { min, max } = encodedLengths;
  if (value.length < min || value.length > max) return [value];
  const bytes = String.fromCharCode(...new TextEncoder().encode(value));
  const encoded = [btoa(bytes), btoa(`.${bytes}`).slice(2), btoa(`..${bytes}`).slice(3)];
  return [value, ...encoded.map((text) => text.replace(/.={1,2}$/, ''))];
}

/** For a comparison that ignores case and the alphabet of base64. */
function fold(text: string): string {
  return text.toLowerCase().replaceAll('-', '+').replaceAll('_', '/');
}

function* textsIn(value: unknown, seen = new Set<unknown>()): Generator<string> {
  if (typeof value === 'string') yield value;
  if (Object(value) !== value || seen.has(value)) return;
  seen.add(value);
  const object = value as Record<PropertyKey, unknown>;
  // A function shows its properties alone; Deno keeps one in each DOMException.
  if (typeof value !== 'function' && isOpaque(object)) throw new Error('opaque');
  if (value instanceof Error) for (const name of shownOfErrors) yield* textsIn(object[name], seen);
  for (const key of Reflect.ownKeys(object)) yield* textsIn(object[key], seen);
}

/** What an error may inherit and is read wherever an error is shown. */
const shownOfErrors: readonly PropertyKey[] = ['name', 'message', 'stack', 'code', 'cause'];

/**
 * What shows more than its properties. The parser's error of Node's `fetch` has the bytes of the response, which may be about
 * anybody, in `data`; an error with methods or getters of its own may keep the request in private fields.
 */
function isOpaque(value: object): boolean {
  if ('toJSON' in value || Symbol.for('nodejs.util.inspect.custom') in value) return true;
  if (!(value instanceof Error)) {
    return !Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype;
  }
  return 'data' in value || inheritsMore(value);
}

function inheritsMore(error: Error): boolean {
  for (
    let type = Object.getPrototypeOf(error);
    type !== Object.prototype;
    type = Object.getPrototypeOf(type)
  ) {
    for (const [name, { value, get }] of Object.entries(Object.getOwnPropertyDescriptors(type))) {
      const isKnown = name === 'constructor' || name === 'toString' || shownOfErrors.includes(name);
      if (!isKnown && (get !== undefined || typeof value === 'function')) return true;
    }
  }
  return false;
}

/** Name and code say most of what a cause can say; `fetch` keeps the code one level further down. */
function standIn(cause: unknown): Error {
  const error = new Error('Message redacted: it may quote what was sent.');
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
