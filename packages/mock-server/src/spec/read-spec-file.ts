import { readFile, stat } from 'node:fs/promises';
import { parseJson } from './parse-json.js';
import { SpecError } from './spec-error.js';
import { TextFlaw } from './text-flaw.js';

/** A spec may be as large as this, in bytes. */
const maxBytes = 2 * 2 ** 20;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'this user may not read it',
};

/** A spec as it was read. */
export interface SpecFile {
  readonly text: string;
  readonly parsed: unknown;
}

/** Reads a file of JSON or, going by its name, YAML. Throws SpecError. */
export async function readSpecFile(path: string): Promise<SpecFile> {
  const text = decode(await readBytes(path));
  try {
    if (!/\.ya?ml$/i.test(path)) return { text, parsed: parseJson(text) };
    const { parseYaml } = await import('./parse-yaml.js');
    return { text, parsed: parseYaml(text) };
  } catch (error) {
    if (!(error instanceof TextFlaw)) throw error;
    const { place, message } = error;
    const where = place === undefined ? '' : `line ${place.line}, column ${place.column}: `;
    throw new SpecError('', where + message, 'Correct the file');
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) throw unreadable('it is a folder');
    // A pipe could keep the server waiting for ever.
    if (!stats.isFile()) throw unreadable('it is not a regular file');
    if (stats.size > maxBytes) throw tooLarge();
    return await readFile(path);
  } catch (error) {
    if (error instanceof SpecError) throw error;
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    throw unreadable(reasons[code] ?? code);
  }
}

/** A byte order mark is left out. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SpecError('', 'this is not UTF-8 text', 'Give an OpenAPI 3.1 document as JSON or YAML');
  }
}

function unreadable(reason: string): SpecError {
  return new SpecError('', `it cannot be read, because ${reason}`, 'Give the path of an OpenAPI 3.1 file');
}

function tooLarge(): SpecError {
  const problem = `this is larger than ${maxBytes / 2 ** 20} MB`;
  return new SpecError('', problem, 'Remove what the mock server does not have to serve');
}
