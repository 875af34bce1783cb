import { crc32 } from 'node:zlib';
import type { Change } from '../sandbox/journal.js';
import { StateError } from './state-error.js';
import { type StateHeader, stateFormat, stateVersion } from './state-lines.js';

/** What a state file holds. */
export interface ReadState {
  readonly changes: readonly Change[];
  /** Of the last line that counts. */
  readonly checksum: number;
  /** Bytes that count; what follows was being written when a process ended. */
  readonly length: number;
}

const startAnew = 'Restore it from a copy, or delete it to begin with an empty sandbox';
const lineFeed = 10;

/** Reads a state file. Only a last line without its end is passed over; throws StateError for any other damage. */
export function readState(file: string, bytes: Buffer): ReadState {
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
