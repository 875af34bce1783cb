import { constants } from 'node:fs';
import { type FileHandle, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Change } from '../sandbox/state/tables.js';
import { lookAtOwn, openOwnFile, writeWholeFile } from './own-file.js';
import { StateError, stateErrorOf } from './state-error.js';

/** A state file, open for more lines. */
export interface OpenStateFile extends ReadState {
  readonly handle: FileHandle;
}

/** Opens a state file, or begins one. Throws StateError for a damaged one, which it leaves as it is. */
export async function openStateFile(name: string, path: string): Promise<OpenStateFile> {
  if (await isEmpty(path)) {
    const { handle } = await writeWholeFile(path, new StateLines().file([]));
    await handle.close();
  }
  const handle = await openOwnFile(path, constants.O_RDWR | constants.O_APPEND);
  try {
    return { handle, ...(await prepared(name, handle)) };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Reads a state file and leaves it as it is, locked or not. Throws StateError for a damaged one. */
export async function readStateFile(file: string): Promise<readonly Change[]> {
  const name = basename(file);
  try {
    const stats = await stat(file);
    // A pipe could keep the server waiting for ever.
    if (!stats.isFile() && !stats.isDirectory()) throw notState(name);
    return readState(name, await readFile(file)).changes;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw stateErrorOf(name, error);
    throw new StateError(name, 'there is no such file', 'Give the path of one that a server has written');
  }
}

/** The state in a file, from which a line that was never finished is taken away. */
async function prepared(name: string, handle: FileHandle): Promise<ReadState> {
  const bytes = await handle.readFile();
  const state = readState(name, bytes);
  if (state.length < bytes.length) {
    await handle.truncate(state.length);
    await handle.datasync();
  }
  await handle.chmod(0o600);
  return state;
}

/** A file without a byte is as good as none: there is nothing in it to lose. */
async function isEmpty(path: string): Promise<boolean> {
  const found = await lookAtOwn(path);
  return found === undefined || (found.isFile() && found.size === 0);
}

/** What a state file holds. */
interface ReadState {
  readonly changes: readonly Change[];
  /** Of the last line that counts. */
  readonly checksum: number;
  /** Bytes that count; what follows was being written when a process ended. */
  readonly length: number;
}

const startAnew = 'Restore it from a copy, or delete it to begin with an empty sandbox';
const lineFeed = 10;

/** Reads a state file. Only a last line without its end is passed over; throws StateError for any other damage. */
function readState(file: string, bytes: Buffer): ReadState {
  const changes: Change[] = [];
  let [checksum, offset, line] = [0, 0, 0];
  let expected = 0;
  for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, offset)) {
    line += 1;
    const json = bytes.subarray(offset + 9, end);
    if (line === 1) expected = readHeader(file, json).lines;
    checksum = crc32(json, checksum);
    if (bytes.toString('latin1', offset, offset + 9) !== `${checksum.toString(16).padStart(8, '0')} `) {
      throw new StateError(file, 'it is damaged', startAnew, { line });
    }
    if (line > 1) for (const change of JSON.parse(json.toString()) as Change[]) changes.push(change);
    offset = end + 1;
  }
  if (line === 0) throw notState(file);
  if (line - 1 < expected) throw new StateError(file, 'it was cut off', startAnew, { line: line + 1 });
  return { changes, checksum, length: offset };
}

function readHeader(file: string, json: Buffer): StateHeader {
  const header = parsed(json);
  if (header?.format !== stateFormat) throw notState(file);
  if (header.version === stateVersion) return header as StateHeader;
  const problem = `it has version ${Number(header.version)}, and this version reads ${stateVersion}`;
  throw new StateError(file, problem, 'Use the version that wrote it, or another file');
}

function parsed(json: Buffer): Partial<StateHeader> | undefined {
  try {
    return Object(JSON.parse(json.toString())) as Partial<StateHeader>;
  } catch {
    return undefined;
  }
}

function notState(file: string): StateError {
  return new StateError(
    file,
    'it holds no state of oms-mock',
    'Give another path; this file was left as it is',
  );
}

/** The version of the format that is written and read. */
const stateVersion = 1;

/** What the first line says. */
interface StateHeader {
  readonly format: string;
  readonly version: number;
  /** How many of the lines that follow were written together with this one. */
  readonly lines: number;
}

/** The format that the first line names. */
const stateFormat = 'oms-mock-state';

/**
 * Writes lines of a state file: a checksum and a JSON text. The checksum goes over everything before it as well, so that
 * a line that is missing or stands elsewhere is noticed like one that was changed.
 */
export class StateLines {
  #checksum: number;

  constructor(checksum = 0) {
    this.#checksum = checksum;
  }

  /** The next line. */
  line(json: string): string {
    this.#checksum = crc32(json, this.#checksum);
    return `${this.#checksum.toString(16).padStart(8, '0')} ${json}\n`;
  }

  /** A whole file that holds these changes and nothing else, in pieces. */
  *file(changes: readonly Change[]): Iterable<string> {
    const header: StateHeader = { format: stateFormat, version: stateVersion, lines: changes.length };
    yield this.line(JSON.stringify(header));
    for (const change of changes) yield this.line(JSON.stringify([change]));
    // A cut that takes only this line takes nothing.
    yield this.line('[]');
  }
}
