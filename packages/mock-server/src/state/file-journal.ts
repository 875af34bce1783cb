import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Change, Journal } from '../sandbox/state/tables.js';
import { removeAsides, whereItLeads, writeWholeFile } from './own-file.js';
import { StateError, stateErrorOf } from './state-error.js';
import { type OpenStateFile, openStateFile, StateLines } from './state-file.js';
import { StateLock } from './state-lock.js';

/** A journal that grew by less than this is not begun anew. */
const leastGrowth = 4 << 20;

type Everything = () => Iterable<Change>;

/**
 * Keeps the state of a sandbox in a file to which changes are added. All changes that wait while the disk is busy are
 * written together and made durable by one flush.
 */
export class FileJournal implements Journal {
  readonly #path: string;
  readonly #lock: StateLock;
  #handle: FileHandle;
  #isClosed = false;
  #kept: readonly Change[];
  #lines: StateLines;
  #wholeLength: number;
  #length: number;
  #queue: string[] = [];
  #everything: Everything | undefined;
  #mustRewrite = false;
  #isScheduled = false;
  #isBusy = false;
  #last: Promise<void> = Promise.resolve();

  private constructor(path: string, lock: StateLock, state: OpenStateFile) {
    this.#path = path;
    this.#lock = lock;
    this.#handle = state.handle;
    this.#kept = state.changes;
    this.#lines = new StateLines(state.checksum);
    this.#wholeLength = state.length;
    this.#length = state.length;
  }

  /** Opens a state file, or begins one. Throws StateError for a file that is damaged, in use or not to be had. */
  static async open(file: string): Promise<FileJournal> {
    const name = basename(file);
    try {
      const path = await whereItLeads(file);
      const lock = await StateLock.take(path);
      try {
        await removeAsides(path);
        return new FileJournal(path, lock, await openStateFile(name, path));
      } catch (error) {
        await lock.release();
        throw error;
      }
    } catch (error) {
      throw stateErrorOf(name, error);
    }
  }

  takeKept(): Iterable<Change> {
    const kept = this.#kept;
    this.#kept = [];
    return kept;
  }

  append(changes: readonly Change[], everything: Everything): void {
    this.#queue.push(JSON.stringify(changes));
    this.#schedule(everything);
  }

  replace(everything: Everything): void {
    this.#mustRewrite = true;
    this.#schedule(everything);
  }

  settled(): Promise<void> | undefined {
    return this.#isBusy ? this.#last : undefined;
  }

  /** Writes what is open, leaves the file short and unlocks it. Rejects with StateError when it cannot be written. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    if (this.#everything !== undefined) this.replace(this.#everything);
    this.#isClosed = true;
    try {
      await this.#last;
    } finally {
      await this.#handle.close();
      await this.#lock.release();
    }
  }

  #schedule(everything: Everything): void {
    if (this.#isClosed)
      throw new StateError(basename(this.#path), 'its server was stopped', 'Start another one');
    this.#everything = everything;
    this.#isBusy = true;
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#last = this.#last.then(() => this.#flush());
    // Whoever waits sees the failure; one that nobody waits for must not end the process.
    this.#last.catch(() => undefined);
  }

  /** After a failure nothing is written any more, and everyone who waits gets the error. */
  async #flush(): Promise<void> {
    this.#isScheduled = false;
    try {
      if (this.#mustRewrite || this.#length > 3 * this.#wholeLength + leastGrowth) await this.#rewrite();
      else await this.#write();
    } catch (error) {
      throw stateErrorOf(basename(this.#path), error);
    }
    this.#isBusy = this.#isScheduled;
  }

  async #write(): Promise<void> {
    const lines = this.#queue.map((json) => this.#lines.line(json)).join('');
    this.#queue = [];
    if (lines === '') return;
    const bytes = Buffer.from(lines);
    await this.#handle.appendFile(bytes);
    await this.#handle.datasync();
    this.#length += bytes.length;
  }

  async #rewrite(): Promise<void> {
    const changes = [...(this.#everything?.() ?? [])];
    this.#queue = [];
    this.#mustRewrite = false;
    this.#lines = new StateLines();
    const { handle, length } = await writeWholeFile(this.#path, this.#lines.file(changes));
    await this.#handle.close();
    this.#handle = handle;
    this.#wholeLength = length;
    this.#length = length;
  }
}
