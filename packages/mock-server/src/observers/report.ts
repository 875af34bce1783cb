import { constants, writeSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { reportFailure } from '../http/report-failure.js';
import type { DeliveryAttempt, UncalledEndpoint } from '../sandbox/webhooks/delivery-options.js';
import { openOwnFile, whereItLeads } from '../state/own-file.js';
import type { Violation } from '../violations/violation.js';
import { Counter, type Observer, type RecordedRequest } from './observer.js';

/** A file with one JSON object a line: each exchange, each attempt to deliver, what is wrong with events, and a summary at the end. */
export class Report implements Observer {
  readonly #file: FileHandle;
  readonly #now: () => number;
  readonly #counter = new Counter();
  #isBroken = false;
  #isClosed = false;

  private constructor(file: FileHandle, now: () => number) {
    this.#file = file;
    this.#now = now;
  }

  /**
   * Adds to the file or makes it. Rejects with the error of node:fs when that cannot be done, and with ForeignFileError for
   * what others could have put in its place.
   */
  static async open(path: string, now: () => number): Promise<Report> {
    const { O_WRONLY, O_APPEND, O_CREAT } = constants;
    return new Report(await openOwnFile(await whereItLeads(path), O_WRONLY | O_APPEND | O_CREAT), now);
  }

  exchanged(request: RecordedRequest, violations: readonly Violation[]): void {
    this.#counter.exchanged(request, violations);
    this.#write('exchange', { ...request, violations: violations.map(entryOf) });
  }

  /** Writes what is wrong with a webhook event; one that is as it should be has no line. */
  delivered(violations: readonly Violation[]): void {
    const [first] = violations;
    if (first === undefined) return;
    this.#counter.delivered(violations);
    this.#write('delivery', { name: first.path, violations: violations.map(entryOf) });
  }

  /** Without the URL, which is a value from a message. */
  attempted({ event: name, url: _, ...attempt }: DeliveryAttempt): void {
    this.#write('attempt', { name, ...attempt });
  }

  madeUncalled({ url: _, ...endpoint }: UncalledEndpoint): void {
    this.#write('endpoint', endpoint);
  }

  /** Ends the file with the totals; the second time does nothing. */
  async finish(): Promise<void> {
    if (this.#isClosed) return;
    const { requests, errors, warnings, notices } = this.#counter;
    this.#write('summary', { requests, errors, warnings, notices });
    await this.abandon();
  }

  /** Ends the file without a word. */
  async abandon(): Promise<void> {
    this.#isClosed = true;
    await this.#file.close();
  }

  /** A full disk must not end a server that still responds: the first failure is reported, the rest is not written. */
  #write(event: string, rest: object): void {
    if (this.#isBroken || this.#isClosed) return;
    try {
      const time = new Date(this.#now()).toISOString();
      writeSync(this.#file.fd, `${JSON.stringify({ event, time, ...rest })}\n`);
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

function entryOf({ code, severity, direction, location, blame }: Violation) {
  return { code, severity, direction, location, blame };
}
