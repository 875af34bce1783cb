import { countBySeverity, entryOf, type Severity, severities, type ViolationCode } from './code-table.js';

/** More findings than this in one message are dropped. */
export const mostFindings = 100;

const longestHeader = 2048;

/** More lines than this say no more. */
const mostLines = 20;

/** One way in which a message broke the contract. It never contains a value from the message. */
export interface Violation {
  /** An `event` is a webhook delivery of the server. */
  readonly direction: 'request' | 'response' | 'event';
  /** `error`: breaks the contract. `warning`: probably a mistake. `notice`: nobody's mistake, such as a new property. */
  readonly severity: Severity;
  readonly code: ViolationCode;
  /** The part of the message, such as `['body', 'residentialAddress', 'country']` or `['query', 'limit']`. */
  readonly location: readonly string[];
  readonly message: string;
  /** The name or value of the spec that was probably meant. */
  readonly suggestion?: string;
  readonly operationId?: string;
  readonly method: string;
  /**
   * The path as the spec writes it; where none matches, the words the spec knows and `{…}` for the rest. For an event its
   * name.
   */
  readonly path: string;
  /** Who has to change something. */
  readonly blame: 'client' | 'server' | 'spec';
}

/** A violation before it is known which message it belongs to. */
export interface Finding {
  readonly code: ViolationCode;
  readonly location: readonly string[];
  readonly message: string;
  readonly suggestion?: string;
}

/** The exchange that a finding belongs to. */
export type ViolationContext = Pick<Violation, 'operationId' | 'method' | 'path'> & {
  readonly responseBlame: 'server' | 'spec';
};

/** Completes a finding. */
export function toViolation(finding: Finding, { responseBlame, ...context }: ViolationContext): Violation {
  const [direction] = finding.code.split('.') as [Violation['direction']];
  const { severity } = entryOf(finding.code);
  const blame = direction === 'request' ? 'client' : responseBlame;
  return { direction, severity, ...finding, ...context, blame };
}

/** The findings that are kept of a message. Where some are dropped, the more serious ones are kept. */
export function mostSerious<Found extends Pick<Finding, 'code'>>(
  findings: readonly Found[],
): readonly Found[] {
  if (findings.length <= mostFindings) return findings;
  const sorted = severities.flatMap((severity) => {
    return findings.filter(({ code }) => entryOf(code).severity === severity);
  });
  return sorted.slice(0, mostFindings);
}

/** Whether a finding refuses a request and fails a test. */
export function isError({ code }: Pick<Finding, 'code'>): boolean {
  return entryOf(code).severity === 'error';
}

/** The value of `x-oms-violations`: how many there are and each code once, cut to 2 KB. */
export function violationsHeader(violations: readonly Violation[]): string {
  const codes = new Set(violations.map(({ code }) => code));
  const text = [String(violations.length), [...codes].join(', ')].filter((part) => part !== '').join('; ');
  return text.length <= longestHeader ? text : `${text.slice(0, longestHeader - 3)}...`;
}

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
