import type { ViolationCode } from './code-table.js';
import { countBySeverity, type Severity, severities } from './code-table.js';
import type { Violation } from './violation.js';

/** More lines than this say no more. */
const mostLines = 20;

/**
 * Thrown by `assertNoViolations()`. The message names the first twenty violations, one a line, the most serious first;
 * `violations` has them all.
 */
export class ContractViolationError extends Error {
  override readonly name = 'ContractViolationError';
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    const { errors, warnings, notices } = countBySeverity(violations);
    const broken = errors === 0 ? '' : `${counted(errors, 'violation')} of the contract`;
    const all = [broken, counted(warnings, 'warning'), counted(notices, 'notice')];
    const counts = all.filter((part) => part !== '');
    const sorted = severities.flatMap((wanted) => violations.filter(({ severity }) => severity === wanted));
    const named = sorted.slice(0, mostLines).map(describeViolation);
    const left = violations.length - named.length;
    const rest = left === 0 ? [] : [`  and ${left} more`];
    super([`${counts.join(', and ')}:`, ...named, ...rest].join('\n'));
    this.violations = violations;
  }
}

/** Which violations fail a test or a run. */
export interface FailureRule {
  /** The least severity that does. */
  readonly failOn?: 'error' | 'warning' | undefined;
  /** Codes that do not. */
  readonly allow?: readonly ViolationCode[] | undefined;
}

/** Whether a violation fails a test or a run. */
export function fails({ severity, code }: Violation, { failOn = 'error', allow = [] }: FailureRule): boolean {
  const failing: readonly Severity[] = failOn === 'warning' ? ['error', 'warning'] : ['error'];
  return failing.includes(severity) && !allow.includes(code);
}

function counted(count: number, noun: string): string {
  if (count === 0) return '';
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

/** A violation as one line of text. */
function describeViolation(violation: Violation): string {
  const { severity, method, path, code, location, message, blame } = violation;
  const mark = severity === 'error' ? '' : `${severity}: `;
  return `  ${mark}${method} ${path}: ${code} at ${location.join('.')}: ${message} (blame: ${blame})`;
}
