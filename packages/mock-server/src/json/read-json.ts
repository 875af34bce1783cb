import { jsonErrorPlace } from './json-error-place.js';
import { safeName } from './safe-name.js';

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
    return checkText(text) ?? { value };
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

const deepest = 200;

/** Finds nesting beyond 200 levels, or a repeated property, in a text that is known to be JSON. */
export function checkJsonText(text: string): JsonFinding | undefined {
  const frames: Frame[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      const end = stringEnd(text, at);
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

/** Where a string that begins at `start` is over. */
function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
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
