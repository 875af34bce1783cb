import type { Violation } from './violation.js';

/** Thrown by `assertNoViolations()`; the message lists what broke the contract, one violation a line, warnings last. */
export class ContractViolationError extends Error {
  override readonly name = 'ContractViolationError';
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    const errors = violations.filter(({ severity }) => severity === 'error');
    const warnings = violations.filter(({ severity }) => severity === 'warning');
    const besides = warnings.length === 0 ? '' : `, and ${counted(warnings.length, 'warning')}`;
    super(
      [
        `${counted(errors.length, 'violation')} of the contract${besides}:`,
        ...errors.map((violation) => `  ${describeViolation(violation)}`),
        ...warnings.map((violation) => `  warning: ${describeViolation(violation)}`),
      ].join('\n'),
    );
    this.violations = violations;
  }
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

/** A violation as one line of text. */
function describeViolation({ method, path, code, location, message, blame }: Violation): string {
  return `${method} ${path}: ${code} at ${location.join('.')}: ${message} (blame: ${blame})`;
}
