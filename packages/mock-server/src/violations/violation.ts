import { entryOf, type ViolationCode } from './code-table.js';

/** One way in which a message broke the contract. It never contains a value from the message. */
export interface Violation {
  /** An `event` is a webhook delivery of the server. */
  readonly direction: 'request' | 'response' | 'event';
  /** A warning reports drift that clients must tolerate. */
  readonly severity: 'error' | 'warning';
  readonly code: ViolationCode;
  /** The part of the message, such as `['body', 'residentialAddress', 'country']` or `['query', 'limit']`. */
  readonly location: readonly string[];
  readonly message: string;
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
