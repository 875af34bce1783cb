import type { ViolationCode } from '../violations/code-table.js';
import { ContractViolationError } from '../violations/contract-violation-error.js';
import type { Violation } from '../violations/violation.js';
import { MissingViolationError } from './missing-violation-error.js';

/**
 * Throws ContractViolationError for violations of severity `error` that were not expected, MissingViolationError for
 * expected ones that are not there.
 */
export function judgeViolations(
  violations: readonly Violation[],
  expected: ReadonlySet<ViolationCode>,
): void {
  const surprises = violations.filter(({ severity, code }) => severity === 'error' && !expected.has(code));
  if (surprises.length > 0) throw new ContractViolationError(surprises);
  const missing = [...expected].filter((code) => violations.every((violation) => violation.code !== code));
  if (missing.length > 0) throw new MissingViolationError(missing, violations);
}
