import { closeSync, openSync, writeSync } from 'node:fs';
import { reportFailure } from '../http/report-failure.js';
import type { RecordedRequest } from '../recorded-request.js';
import { countBySeverity } from '../violations/severity.js';
import type { Violation } from '../violations/violation.js';

/** A file with one JSON object a line: each exchange, what is wrong with webhook events, and a summary at the end. */
export class Report {
  readonly #file: number;
  readonly #now: () => number;
  readonly #totals = { requests: 0, errors: 0, warnings: 0, notices: 0 };
  #isBroken = false;
  #isClosed = false;

  /** Adds to the file or makes it. Throws the error of node:fs when that cannot be done. */
  constructor(path: string, now: () => number) {
    this.#file = openSync(path, 'a', 0o600);
    this.#now = now;
  }

  exchanged(request: RecordedRequest, violations: readonly Violation[]): void {
    this.#totals.requests += 1;
    this.#count(violations);
    this.#write('exchange', { ...request, violations: violations.map(entryOf) });
  }

  /** Tells what is wrong with a webhook event; one that is as it should be has no line. */
  delivered(violations: readonly Violation[]): void {
    const [first] = violations;
    if (first === undefined) return;
    this.#count(violations);
    this.#write('delivery', { name: first.path, violations: violations.map(entryOf) });
  }

  /** Ends the file with the totals; the second time does nothing. */
  finish(): void {
    if (this.#isClosed) return;
    this.#write('summary', this.#totals);
    this.abandon();
  }

  /** Ends the file without a word. */
  abandon(): void {
    this.#isClosed = true;
    closeSync(this.#file);
  }

  #count(violations: readonly Violation[]): void {
    const { errors, warnings, notices } = countBySeverity(violations);
    this.#totals.errors += errors;
    this.#totals.warnings += warnings;
    this.#totals.notices += notices;
  }

  /** A full disk must not end a server that still answers: the first failure is told, the rest is not written. */
  #write(event: string, rest: object): void {
    if (this.#isBroken || this.#isClosed) return;
    try {
      const time = new Date(this.#now()).toISOString();
      writeSync(this.#file, `${JSON.stringify({ event, time, ...rest })}\n`);
    } catch (error) {
      this.#isBroken = true;
      reportFailure(error);
    }
  }
}

function entryOf({ code, severity, direction, location, blame }: Violation) {
  return { code, severity, direction, location, blame };
}
