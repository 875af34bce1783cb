import { closeSync, constants, fstatSync, lstatSync, openSync, realpathSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { reportFailure } from '../http/report-failure.js';
import { refuseForeign, withoutSurprise } from '../state/own-file.js';
import type { Violation } from '../violations/violation.js';
import { Counter, type Observer, type RecordedRequest } from './observer.js';

/** A file with one JSON object a line: each exchange, what is wrong with webhook events, and a summary at the end. */
export class Report implements Observer {
  readonly #file: number;
  readonly #now: () => number;
  readonly #counter = new Counter();
  #isBroken = false;
  #isClosed = false;

  /**
   * Adds to the file or makes it. Throws the error of node:fs when that cannot be done, and ForeignFileError for what others
   * could have put in its place.
   */
  constructor(path: string, now: () => number) {
    this.#file = openOwnFileSync(path);
    this.#now = now;
  }

  exchanged(request: RecordedRequest, violations: readonly Violation[]): void {
    this.#counter.exchanged(request, violations);
    this.#write('exchange', { ...request, violations: violations.map(entryOf) });
  }

  /** Tells what is wrong with a webhook event; one that is as it should be has no line. */
  delivered(violations: readonly Violation[]): void {
    const [first] = violations;
    if (first === undefined) return;
    this.#counter.delivered(violations);
    this.#write('delivery', { name: first.path, violations: violations.map(entryOf) });
  }

  /** Ends the file with the totals; the second time does nothing. */
  finish(): void {
    if (this.#isClosed) return;
    const { requests, errors, warnings, notices } = this.#counter;
    this.#write('summary', { requests, errors, warnings, notices });
    this.abandon();
  }

  /** Ends the file without a word. */
  abandon(): void {
    this.#isClosed = true;
    closeSync(this.#file);
  }

  /** A full disk must not end a server that still answers: the first failure is told, the rest is not written. */
  #write(event: string, rest: object): void {
    if (this.#isBroken || this.#isClosed) return;
    try {
      const time = new Date(this.#now()).toISOString();
      writeSync(this.#file, `${JSON.stringify({ event, time, ...rest })}\n`);
    } catch (error) {
      this.#isBroken = true;
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) reportFailure(error);
      else process.emitWarning(brokenOff(code), { code: 'OMS_MOCK_FAILED' });
    }
  }
}

function brokenOff(code: string): string {
  const reason = code === 'ENOSPC' ? 'the disk is full' : `it cannot be written (${code})`;
  return `The report ends here: ${reason}. The server goes on without it.`;
}

function openOwnFileSync(path: string): number {
  const place = realPathOf(path);
  const found = lstatSync(place, { throwIfNoEntry: false });
  if (found !== undefined) refuseForeign(found);
  const { O_WRONLY, O_APPEND, O_CREAT } = constants;
  const file = openSync(place, O_WRONLY | O_APPEND | O_CREAT | withoutSurprise, 0o600);
  try {
    refuseForeign(fstatSync(file));
    return file;
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** Where a path leads, or the path itself when there is nothing yet. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

function entryOf({ code, severity, direction, location, blame }: Violation) {
  return { code, severity, direction, location, blame };
}
