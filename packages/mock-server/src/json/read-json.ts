import { safeName } from './json-object.js';

/** What came of reading JSON. */
type JsonReading = { readonly value: unknown } | JsonFailure;

/** Why a text is not acceptable JSON. */
interface JsonFailure {
  readonly reason: 'malformed' | 'duplicate-key' | 'too-deep';
  /** Path to the place, as far as it is known. */
  readonly location: readonly string[];
  readonly message: string;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads JSON and refuses what other parsers could read otherwise. Never throws and never quotes the text. */
export function readJson(source: Uint8Array | string): JsonReading {
  const text = typeof source === 'string' ? source : decode(source);
  if (text === undefined) return malformed('Is not UTF-8.');
  if (text.startsWith('\uFEFF')) return malformed('Begins with a byte order mark.');
  try {
    const value: unknown = JSON.parse(text);
    return namesEachOnce(text, value) ? { value } : (checkText(text) ?? { value });
  } catch {
    const { line, column } = jsonErrorPlace(text);
    return malformed(`Is not JSON from line ${line}, column ${column} on.`);
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

const deepest = 200;
const [quote, backslash, colon] = [0x22, 0x5c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/**
 * Whether a text that is not too deep names as many properties as its value has, which tells without looking for one that
 * none is repeated: nearly every text ends here.
 */
function namesEachOnce(text: string, value: unknown): boolean {
  let depth = 0;
  let names = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = closingQuote(text, at);
    else if (code === colon) names += 1;
    else if (code === openBrace || code === openBracket) depth += 1;
    else if (code === closeBrace || code === closeBracket) depth -= 1;
    if (depth > deepest) return false;
  }
  return names === propertiesIn(value);
}

/** Where the string ends that begins at `start`: at a quote behind an even number of backslashes. */
function closingQuote(text: string, start: number): number {
  for (let at = start; ; ) {
    at = text.indexOf('"', at + 1);
    let before = at;
    while (text.charCodeAt(before - 1) === backslash) before -= 1;
    if ((at - before) % 2 === 0) return at;
  }
}

/** How many properties a value and everything in it have. */
function propertiesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const items = Object.values(value);
  const own = Array.isArray(value) ? 0 : items.length;
  return items.reduce<number>((count, item) => count + propertiesIn(item), own);
}

function checkText(text: string): JsonFailure | undefined {
  const finding = checkJsonText(text);
  if (finding === undefined) return undefined;
  const { reason, location } = finding;
  const message =
    reason === 'too-deep' ? 'Nests more than 200 levels deep.' : 'Is there twice in one object.';
  return { reason, location: location.slice(0, 10).map(safeName), message };
}

function malformed(message: string): JsonFailure {
  return { reason: 'malformed', location: [], message };
}

/** Something that a JSON text must not have although its syntax is right. */
interface JsonFinding {
  readonly reason: 'duplicate-key' | 'too-deep';
  readonly location: readonly string[];
}

/** The array or object around the current place. */
interface Frame {
  /** The names seen so far; undefined for an array. */
  readonly names: Set<string> | undefined;
  step: string;
}

/** Finds nesting beyond 200 levels, or a repeated property, in a text that is known to be JSON. */
export function checkJsonText(text: string): JsonFinding | undefined {
  const frames: Frame[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      const end = closingQuote(text, at) + 1;
      const frame = frames.at(-1);
      if (frame !== undefined && isName(text, end) && isRepeated(frame, text.slice(at, end))) {
        return { reason: 'duplicate-key', location: pathOf(frames) };
      }
      at = end - 1;
    } else if (character === '{' || character === '[') {
      frames.push({ names: character === '{' ? new Set() : undefined, step: '0' });
      if (frames.length > deepest) return { reason: 'too-deep', location: pathOf(frames.slice(0, 3)) };
    } else if (character === '}' || character === ']') frames.pop();
    else if (character === ',') nextItem(frames.at(-1));
  }
  return undefined;
}

/** A string followed by a colon names a property. */
function isName(text: string, end: number): boolean {
  let at = end;
  while (/[ \t\r\n]/.test(text[at] ?? '')) at += 1;
  return text[at] === ':';
}

function isRepeated(frame: Frame, literal: string): boolean {
  frame.step = literal.includes('\\') ? String(JSON.parse(literal)) : literal.slice(1, -1);
  if (frame.names?.has(frame.step)) return true;
  frame.names?.add(frame.step);
  return false;
}

function nextItem(frame: Frame | undefined): void {
  if (frame !== undefined && frame.names === undefined) frame.step = String(Number(frame.step) + 1);
}

function pathOf(frames: readonly Frame[]): string[] {
  return frames.map(({ step }) => step);
}

/** A token behind white space: punctuation, a string, or another scalar. */
const token =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON has none of them in a string.
  /[ \t\r\n]*(?:([{}[\]:,])|("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*")|((?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![0-9A-Za-z.+-])))/y;

/** The kinds of tokens that may come next: `s` is a string, `v` another scalar. */
type Expected = readonly string[];

const value: Expected = ['{', '[', 's', 'v'];
const next = (opened: string): Expected => (opened === '{' ? [',', '}'] : [',', ']']);

/** Where a text that is not JSON stops being JSON, from 1. A token that is broken counts from its beginning. */
function jsonErrorPlace(text: string): { readonly line: number; readonly column: number } {
  const before = text.slice(0, errorOffset(text));
  const line = before.split('\n').length;
  return { line, column: before.length - before.lastIndexOf('\n') };
}

function errorOffset(text: string): number {
  const open: string[] = [];
  let expected: Expected = value;
  let end = 0;
  for (;;) {
    token.lastIndex = end;
    const found = token.exec(text);
    const kind = found?.[1] ?? (found?.[2] === undefined ? 'v' : 's');
    if (found === null || !expected.includes(kind))
      return end + (/^[ \t\r\n]*/.exec(text.slice(end))?.[0].length ?? 0);
    end = token.lastIndex;
    expected = after(kind, expected, open);
  }
}

/** What may follow a token; `open` are the brackets around the place. */
function after(kind: string, expected: Expected, open: string[]): Expected {
  const isName = kind === 's' && !expected.includes('v');
  if (isName) return [':'];
  if (kind === ':') return value;
  if (kind === ',') return open.at(-1) === '{' ? ['s'] : value;
  if (kind === '{' || kind === '[') {
    open.push(kind);
    return kind === '{' ? ['s', '}'] : [...value, ']'];
  }
  if (kind === '}' || kind === ']') open.pop();
  const inner = open.at(-1);
  return inner === undefined ? [] : next(inner);
}
