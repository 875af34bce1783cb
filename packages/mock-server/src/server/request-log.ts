import type { Exchange } from '../contract/exchange.js';
import type { Violation } from '../violations/violation.js';
import type { RecordedRequest } from './recorded-request.js';

const longest = 10_000;

/** Remembers the latest requests and violations. */
export class RequestLog {
  readonly requests: RecordedRequest[] = [];
  readonly violations: Violation[] = [];

  add({ answer, violations, ...subject }: Exchange): RecordedRequest {
    const { operationId, method, path } = subject;
    const request = {
      ...(operationId === undefined ? {} : { operationId }),
      method,
      path,
      status: answer.status,
    };
    append(this.requests, [request]);
    append(this.violations, violations);
    return request;
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
