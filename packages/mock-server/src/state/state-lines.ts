import { crc32 } from 'node:zlib';
import type { Change } from '../sandbox/state/tables.js';

/** The version of the format that is written and read. */
export const stateVersion = 1;

/** What the first line says. */
export interface StateHeader {
  readonly format: string;
  readonly version: number;
  /** How many of the lines that follow were written together with this one. */
  readonly lines: number;
}

/** The format that the first line names. */
export const stateFormat = 'oms-mock-state';

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
