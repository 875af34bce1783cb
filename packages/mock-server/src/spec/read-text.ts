import { readFile, stat } from 'node:fs/promises';
import { ParseError } from './spec-error.js';

/** A file may be as large as this, in bytes. */
const maxBytes = 2 * 2 ** 20;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'this user may not read it',
};

/** A file that has no text to be read: it cannot be opened, is too large, or is something else. */
export class NoTextError extends ParseError {
  readonly why: 'unreadable' | 'too-large' | 'not-text';

  constructor(why: NoTextError['why'], reason: string) {
    super(reason);
    this.why = why;
  }
}

/** Reads a file of UTF-8 of at most 2 MB; a byte order mark is left out. Throws NoTextError. */
export async function readText(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readBytes(path));
  } catch (error) {
    if (error instanceof NoTextError) throw error;
    throw new NoTextError('not-text', 'this is not UTF-8 text');
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) throw unreadable('it is a folder');
    // A pipe could keep the server waiting for ever.
    if (!stats.isFile()) throw unreadable('it is not a regular file');
    if (stats.size > maxBytes)
      throw new NoTextError('too-large', `this is larger than ${maxBytes / 2 ** 20} MB`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof NoTextError) throw error;
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    throw unreadable(reasons[code] ?? code);
  }
}

function unreadable(reason: string): NoTextError {
  return new NoTextError('unreadable', `it cannot be read, because ${reason}`);
}
