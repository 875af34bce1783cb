import type { Violation } from './violation.js';

/** Thrown by `assertNoViolations()`; the message lists what broke the contract, one violation a line. */
export class ContractViolationError extends Error {
  override readonly name = 'ContractViolationError';
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    const count = violations.length === 1 ? '1 violation' : `${violations.length} violations`;
    super(
      [
        `${count} of the contract:`,
        ...violations.map((violation) => `  ${describeViolation(violation)}`),
      ].join('\n'),
    );
    this.violations = violations;
  }
}

/** A violation as one line of text. */
function describeViolation({ method, path, code, location, message, blame }: Violation): string {
  return `${method} ${path}: ${code} at ${location.join('.')}: ${message} (blame: ${blame})`;
}
