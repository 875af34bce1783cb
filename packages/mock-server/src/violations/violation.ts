import { entryOf, type Severity, severities, type ViolationCode } from './code-table.js';

/** More findings than this in one message are dropped. */
export const mostFindings = 100;

const longestHeader = 2048;

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
