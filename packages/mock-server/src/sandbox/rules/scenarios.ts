import { type ApiProblem, invalidBody } from './api-problem.js';
import type { CustomerFields } from './customer-record.js';
import type { Outcome } from './endorsements.js';

/** What `metadata.omsSandbox` asks for: a decision on every endorsement, and when the fields decide after all. */
export interface Scenario {
  readonly outcome: Outcome;
  /** Milliseconds until the decision ends; left out, it stays. */
  readonly endsAfterMs?: number;
}

const statuses: Readonly<Record<string, Outcome['status']>> = {
  approve: 'ACTIVE',
  pending: 'PENDING',
  issues: 'ISSUES',
  reject: 'REJECTED',
  revoke: 'REVOKED_ISSUES',
  offboard: 'OFFBOARDED',
};

const defaultDelaySeconds = 10;

/** The scenario in the metadata of a create or an update; undefined when there is none. Throws a 422 for an unknown one. */
export function scenarioIn({ metadata }: CustomerFields): Scenario | undefined {
  const { omsSandbox, omsSandboxReason } = Object(metadata) as CustomerFields;
  if (omsSandbox === undefined) return undefined;
  const name = typeof omsSandbox === 'string' ? omsSandbox : '';
  const reason = typeof omsSandboxReason === 'string' ? { reason: omsSandboxReason } : {};
  const delay = /^delay(?::([0-9]{1,7}))?$/.exec(name);
  if (delay !== null) {
    const seconds = Number(delay[1] ?? defaultDelaySeconds);
    return { outcome: { status: 'PENDING', ...reason }, endsAfterMs: seconds * 1000 };
  }
  const status = Object.hasOwn(statuses, name) ? statuses[name] : undefined;
  if (status === undefined) throw unknownScenario();
  return { outcome: { status, ...reason } };
}

function unknownScenario(): ApiProblem {
  const message = `Must be one of ${Object.keys(statuses).join(', ')}, delay, or delay:<seconds>.`;
  return invalidBody([{ location: 'body.metadata.omsSandbox', code: 'enum', message }]);
}
