import type { ViolationCode } from '../violations/code-table.js';
import { ContractViolationError } from '../violations/contract-violation-error.js';
import type { Violation } from '../violations/violation.js';

/**
 * Throws ContractViolationError for violations of severity `error` that were not expected, MissingViolationError for
 * expected ones that are not there.
 */
export function checkViolations(
  violations: readonly Violation[],
  expected: ReadonlySet<ViolationCode>,
): void {
  const surprises = violations.filter(({ severity, code }) => severity === 'error' && !expected.has(code));
  if (surprises.length > 0) throw new ContractViolationError(surprises);
  const missing = [...expected].filter((code) => violations.every((violation) => violation.code !== code));
  if (missing.length > 0) throw new MissingViolationError(missing, violations);
}

/** Fails a test that said it would break the contract and did not. */
export class MissingViolationError extends Error {
  override readonly name = 'MissingViolationError';
  /** The codes that were expected and did not come. */
  readonly codes: readonly ViolationCode[];

  constructor(codes: readonly ViolationCode[], found: readonly Violation[]) {
    const others = [...new Set(found.map(({ code }) => code))].join(', ') || 'none';
    super(`Expected violations that did not come: ${codes.join(', ')}. Found: ${others}.`);
    this.codes = codes;
  }
}
