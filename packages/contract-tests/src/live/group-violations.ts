import type { Violation } from '@oms-sdk/mock-server';

/** Violations that say the same of the same place, however often they came. */
export interface Difference {
  readonly severity: Violation['severity'];
  readonly code: Violation['code'];
  /** The operationId, or the method and path where there is none. */
  readonly operation: string;
  /** Dotted, with `*` for every index. */
  readonly location: string;
  readonly blame: Violation['blame'];
  readonly count: number;
}

const severities: readonly Violation['severity'][] = ['error', 'warning', 'notice'];

/** Groups violations by code, operation and location; the most serious come first. */
export function groupViolations(violations: readonly Violation[]): Difference[] {
  const groups = new Map<string, Difference>();
  for (const violation of violations) {
    const { severity, code, operationId, method, path, blame } = violation;
    const operation = operationId ?? `${method} ${path}`;
    const location = violation.location.map((step) => (/^\d+$/.test(step) ? '*' : step)).join('.');
    const key = [code, operation, location].join('\n');
    const count = (groups.get(key)?.count ?? 0) + 1;
    groups.set(key, { severity, code, operation, location, blame, count });
  }
  return severities.flatMap((wanted) => [...groups.values()].filter(({ severity }) => severity === wanted));
}
