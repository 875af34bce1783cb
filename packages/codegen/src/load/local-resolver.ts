import { readFileSync, realpathSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { BaseResolver, type Document, ResolveError, Source, YamlParseError } from '@redocly/openapi-core';

/** A file of the spec may be as large as this, in bytes. */
const maxBytes = 2 * 2 ** 20;

/**
 * Reads the files of a spec from its own folder and from nowhere else: not from the network, and not from outside the
 * folder, not even through a symbolic link. What would make a reader hang or overflow is refused before it is used.
 */
export class LocalResolver extends BaseResolver {
  readonly #folder: string;

  constructor(folder: string) {
    super();
    this.#folder = folder;
  }

  override async loadExternalRef(reference: string): Promise<Source> {
    try {
      return new Source(reference, decode(this.#read(reference)));
    } catch (error) {
      // Redocly reads the position from the end of the message.
      if (error instanceof UnreadableFile)
        throw new YamlParseError(new Error(`${error.message} (1:1)`), new Source(reference, ''));
      throw new ResolveError(error instanceof Error ? error : new Error(String(error)));
    }
  }

  override parseDocument(source: Source, isRoot = false): Document {
    const document = super.parseDocument(source, isRoot);
    if (!isRoot && (document.parsed ?? null) === null)
      throw new YamlParseError(
        new Error('This file is empty; complete it, or remove the reference to it (1:1)'),
        source,
      );
    const unsafe = findUnsafe(source.body, document.parsed);
    if (unsafe === undefined) return document;
    throw new YamlParseError(new Error(`${unsafe.reason} (${unsafe.line}:1)`), source);
  }

  // Synchronous: a spec is hundreds of small files, and each has to be read to know the next.
  #read(reference: string): Uint8Array {
    if (isAddress(reference)) {
      throw new Error('References lead to files of the spec, never to the network or to a URL');
    }
    const file = this.#realPath(reference);
    if (!isInside(file, realpathSync.native(this.#folder)))
      throw new Error('References do not lead out of the folder of the spec');
    const stats = statSync(file);
    if (stats.isDirectory())
      throw new Error(`Expected a file but received a folder at ${relative(this.#folder, reference) || '.'}`);
    if (stats.size > maxBytes) throw new UnreadableFile(`This is larger than ${maxBytes / 2 ** 20} MB`);
    return readFileSync(file);
  }

  #realPath(reference: string): string {
    try {
      return realpathSync.native(reference);
    } catch {
      throw new Error(`There is no file ${relative(this.#folder, reference)}`);
    }
  }
}

/** A relative reference becomes a path, so what still has a scheme is a URL. */
function isAddress(reference: string): boolean {
  const base = reference.slice(reference.lastIndexOf(sep) + 1);
  return (
    /^[a-z][a-z0-9+.-]+:/i.test(reference) || /[/\\]https?:[/\\]/i.test(reference) || base.includes('\0')
  );
}

function isInside(file: string, folder: string): boolean {
  return resolve(file).startsWith(folder + sep);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    throw new UnreadableFile('This is not UTF-8 text');
  }
}

/** The file is to blame, and not the reference to it. */
class UnreadableFile extends Error {}

/** What makes a parsed file dangerous to code that walks it, and the line it is probably on. */
export interface Unsafe {
  readonly reason: string;
  /** 1-based. */
  readonly line: number;
}

/** What is wrong with a value, and what the line about it looks like. */
interface Finding {
  readonly reason: string;
  readonly pattern: RegExp;
}

/** Names that every object has, so that a look-up by one of them finds what no spec wrote. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * Finds what YAML can express and a spec does not need: the same object in two places, which can grow without end or
 * contain itself; names that every object inherits; references that are no text or lead to such a name; and characters
 * that make generated code look different from what it is.
 */
function findUnsafe(text: string, parsed: unknown): Unsafe | undefined {
  const seen = new Set<object>();
  const queue: unknown[] = [parsed];
  for (let index = 0; index < queue.length; index += 1) {
    const value = queue[index];
    const finding = findingOf(value, seen);
    if (finding !== undefined) return { reason: finding.reason, line: lineOf(finding.pattern, text) };
    if (typeof value !== 'object' || value === null) continue;
    seen.add(value);
    for (const entry of Object.entries(value)) queue.push(...entry);
  }
  return undefined;
}

function findingOf(value: unknown, seen: ReadonlySet<object>): Finding | undefined {
  if (typeof value === 'string') return findingOfText(value);
  if (typeof value !== 'object' || value === null) return undefined;
  if (seen.has(value))
    return { reason: 'A YAML alias repeats an object or a list; use $ref', pattern: alias };
  const name = Object.keys(value).find((key) => inherited.has(key));
  if (name !== undefined)
    return { reason: `Every object inherits the name "${name}"; use another`, pattern: mark(name) };
  return Object.hasOwn(value, '$ref') ? findingOfReference((value as { $ref?: unknown }).$ref) : undefined;
}

/** Characters that reorder the text around them: in the types and in the documentation they could hide code. */
function findingOfText(text: string): Finding | undefined {
  const [character] = /[\u202a-\u202e\u2066-\u2069]/.exec(text) ?? [];
  if (character === undefined) return undefined;
  const code = character.charCodeAt(0).toString(16).toUpperCase();
  const pattern = new RegExp(`${character}|\\\\u${code}`, 'i');
  return { reason: `The character U+${code} changes the direction of text; remove it`, pattern };
}

function findingOfReference(reference: unknown): Finding | undefined {
  // A schema may have a property of this name.
  if (typeof reference === 'object' && reference !== null && !Array.isArray(reference) && 'type' in reference)
    return undefined;
  const pattern = mark('$ref', reference);
  if (typeof reference !== 'string' || reference === '')
    return { reason: 'A $ref is not a text that names something', pattern };
  if (!reference.split(/[/#.]/).some((segment) => inherited.has(segment))) return undefined;
  return { reason: `The $ref "${reference}" contains a name that every object inherits`, pattern };
}

const alias = /(?:^|[\s[{,:-])\*[^\s,*\]}]/;

/** Matches a line with this key and, if it is a text, this value. */
function mark(key: string, value?: unknown): RegExp {
  const parts = [key, typeof value === 'string' ? value : ''];
  return new RegExp(parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('.*'));
}

function lineOf(pattern: RegExp, text: string): number {
  return (
    Math.max(
      0,
      text.split('\n').findIndex((line) => pattern.test(line)),
    ) + 1
  );
}
