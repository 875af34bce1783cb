import type { Violation } from './violation.js';

/** More lines than this say no more. */
const mostLines = 20;

/**
 * Thrown by `assertNoViolations()`. The message names the first twenty violations, one a line, errors before warnings;
 * `violations` has them all.
 */
export class ContractViolationError extends Error {
  override readonly name = 'ContractViolationError';
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    const errors = violations.filter(({ severity }) => severity === 'error');
    const warnings = violations.filter(({ severity }) => severity === 'warning');
    const besides = warnings.length === 0 ? '' : `, and ${counted(warnings.length, 'warning')}`;
    const named = [...errors, ...warnings].slice(0, mostLines).map(describeViolation);
    const left = violations.length - named.length;
    const rest = left === 0 ? [] : [`  and ${left} more`];
    super(
      [`${counted(errors.length, 'violation')} of the contract${besides}:`, ...named, ...rest].join('\n'),
    );
    this.violations = violations;
  }
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

/** A violation as one line of text. */
function describeViolation(violation: Violation): string {
  const { severity, method, path, code, location, message, blame } = violation;
  const mark = severity === 'warning' ? 'warning: ' : '';
  return `  ${mark}${method} ${path}: ${code} at ${location.join('.')}: ${message} (blame: ${blame})`;
}
