import type { Violation } from '../violations/violation.js';
import type { Observer, RecordedRequest } from './observer.js';

const longest = 10_000;

/** Remembers the latest requests and violations; notices are forgotten before warnings, warnings before errors. */
export class RequestLog implements Observer {
  readonly requests: RecordedRequest[] = [];
  readonly violations: Violation[] = [];

  exchanged(request: RecordedRequest, violations: readonly Violation[]): void {
    this.requests.push(request);
    if (this.requests.length > longest) this.requests.shift();
    this.delivered(violations);
  }

  delivered(violations: readonly Violation[]): void {
    this.violations.push(...violations);
    while (this.violations.length > longest) this.violations.splice(this.#leastUseful(), 1);
  }

  /** The place of the oldest notice, else of the oldest warning, else of the oldest violation. */
  #leastUseful(): number {
    const places = (['notice', 'warning'] as const).map((wanted) => {
      return this.violations.findIndex(({ severity }) => severity === wanted);
    });
    return places.find((place) => place >= 0) ?? 0;
  }

  clear(): void {
    this.requests.length = 0;
    this.violations.length = 0;
  }
}
