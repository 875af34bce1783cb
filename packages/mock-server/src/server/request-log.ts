import type { Violation } from '../violations/violation.js';
import type { FaultyExchange } from './faulty-exchange.js';
import type { RecordedRequest } from './recorded-request.js';

const longest = 10_000;

/** Remembers the latest requests and violations. */
export class RequestLog {
  readonly requests: RecordedRequest[] = [];
  readonly violations: Violation[] = [];

  add({ answer, violations, operationId, method, path, faults }: FaultyExchange): RecordedRequest {
    const { status, cut, upstreamFailure } = answer;
    const request = {
      ...(operationId === undefined ? {} : { operationId }),
      method,
      path,
      status: cut !== undefined && cut.afterBytes === undefined ? 0 : status,
      ...(faults && { faults }),
      ...(upstreamFailure && { upstreamFailure }),
    };
    append(this.requests, [request]);
    append(this.violations, violations);
    return request;
  }

  /** Remembers violations that belong to no request. */
  addViolations(violations: readonly Violation[]): void {
    append(this.violations, violations);
  }

  clear(): void {
    this.requests.length = 0;
    this.violations.length = 0;
  }
}

function append<T>(list: T[], items: readonly T[]): void {
  list.push(...items);
  if (list.length > longest) list.splice(0, list.length - longest);
}
