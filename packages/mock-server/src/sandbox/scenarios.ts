import type { CustomerFields } from './customer-fields.js';
import type { Ruling } from './endorsements.js';

/** What `metadata.omsSandbox` asks for: a ruling on every endorsement, and when the fields decide after all. */
export interface Scenario {
  readonly ruling: Ruling;
  /** Milliseconds until the ruling ends; left out, it stays. */
  readonly endsAfterMs?: number;
}

const statuses: Readonly<Record<string, Ruling['status']>> = {
  approve: 'ACTIVE',
  pending: 'PENDING',
  issues: 'ISSUES',
  reject: 'REJECTED',
  revoke: 'REVOKED_ISSUES',
  offboard: 'OFFBOARDED',
};

const defaultDelaySeconds = 10;

/** The scenario in the metadata of a create or an update; undefined when there is none. */
export function scenarioIn({ metadata }: CustomerFields): Scenario | undefined {
  const { omsSandbox, omsSandboxReason } = Object(metadata) as CustomerFields;
  if (typeof omsSandbox !== 'string') return undefined;
  const delay = /^delay(?::([0-9]{1,7}))?$/.exec(omsSandbox);
  if (delay !== null) {
    const seconds = Number(delay[1] ?? defaultDelaySeconds);
    return { ruling: { status: 'PENDING' }, endsAfterMs: seconds * 1000 };
  }
  const status = Object.hasOwn(statuses, omsSandbox) ? statuses[omsSandbox] : undefined;
  if (status === undefined) return undefined;
  const reason = typeof omsSandboxReason === 'string' ? { reason: omsSandboxReason } : {};
  return { ruling: { status, ...reason } };
}
