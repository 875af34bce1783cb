import type { FaultyExchange } from './faults/faulty-exchange.js';
import type { RecordedRequest } from './recorded-request.js';
import type { Violation } from './violations/violation.js';

const longest = 10_000;

/** Remembers the latest requests and violations; notices are forgotten before warnings, warnings before errors. */
export class RequestLog {
  readonly requests: RecordedRequest[] = [];
  readonly violations: Violation[] = [];

  add({ response, violations, operationId, method, path, faults }: FaultyExchange): RecordedRequest {
    const { status, cut, upstreamFailure } = response;
    const request = {
      ...(operationId === undefined ? {} : { operationId }),
      method,
      path,
      status: cut !== undefined && cut.afterBytes === undefined ? 0 : status,
      ...(faults && { faults }),
      ...(upstreamFailure && { upstreamFailure }),
    };
    this.requests.push(request);
    if (this.requests.length > longest) this.requests.shift();
    this.addViolations(violations);
    return request;
  }

  /** Remembers violations, also those that belong to no request. */
  addViolations(violations: readonly Violation[]): void {
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
