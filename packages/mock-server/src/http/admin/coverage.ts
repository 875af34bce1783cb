import type { RequestLog } from '../../observers/observer.js';
import type { Spec } from '../../spec/spec.js';
import type { Severity, ViolationCode } from '../../violations/code-table.js';

/** One operation, by the statuses that the spec declares for it. */
interface CoveredOperation {
  readonly operationId: string | null;
  readonly method: string;
  readonly path: string;
  /** A status, a range such as `4XX`, or `default`, and how often it was met. */
  readonly statuses: readonly { readonly status: string; readonly count: number }[];
}

/** How much of a contract was met, going by the requests and violations that are remembered. */
interface Coverage {
  readonly operations: readonly CoveredOperation[];
  readonly violations: readonly {
    readonly code: ViolationCode;
    readonly severity: Severity;
    readonly count: number;
  }[];
}

/** What of a contract was met so far, and what is untried. */
export function coverageOf({ operations }: Spec, { requests, violations }: RequestLog): Coverage {
  const met = new Map<string, Map<number, number>>();
  for (const { method, path, status } of requests) {
    const ofOperation = met.get(`${method} ${path}`) ?? new Map<number, number>();
    met.set(`${method} ${path}`, ofOperation.set(status, (ofOperation.get(status) ?? 0) + 1));
  }
  const counts = new Map<ViolationCode, { code: ViolationCode; severity: Severity; count: number }>();
  for (const { code, severity } of violations)
    counts.set(code, { code, severity, count: (counts.get(code)?.count ?? 0) + 1 });
  return {
    operations: operations.map(({ operationId = null, method, template: path, responses }) => {
      const seen = met.get(`${method} ${path}`) ?? new Map<number, number>();
      return {
        operationId,
        method,
        path,
        statuses: statusesOf(
          responses.map(({ code }) => code),
          seen,
        ),
      };
    }),
    violations: [...counts.values()],
  };
}

/** A status that is declared by itself counts there, else in its range, else as `default`; what none declares comes last. */
function statusesOf(
  declared: readonly string[],
  seen: ReadonlyMap<number, number>,
): CoveredOperation['statuses'] {
  const counts = new Map(declared.map((code) => [code, 0]));
  for (const [status, count] of seen) {
    const codes = [String(status), `${Math.floor(status / 100)}XX`, 'default'];
    const code = codes.find((one) => declared.includes(one)) ?? String(status);
    counts.set(code, (counts.get(code) ?? 0) + count);
  }
  return [...counts].map(([status, count]) => ({ status, count }));
}
