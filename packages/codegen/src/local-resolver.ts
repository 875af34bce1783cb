import { readFileSync, realpathSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { BaseResolver, type Document, ResolveError, Source, YamlParseError } from '@redocly/openapi-core';
import { findUnsafe } from './find-unsafe.js';

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
      if (error instanceof FileFlaw)
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
    if (stats.size > maxBytes) throw new FileFlaw(`This is larger than ${maxBytes / 2 ** 20} MB`);
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
    throw new FileFlaw('This is not UTF-8 text');
  }
}

/** The file is to blame, and not the reference to it. */
class FileFlaw extends Error {}
