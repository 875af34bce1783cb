import type { OptionCheck } from '../../option-check.js';
import { isDuration } from '../state/clock.js';
import { type ApiProblem, invalidBody } from './api-problem.js';
import type { CustomerFields, CustomerRecord } from './customer-record.js';
import {
  checkedAgain,
  type EndorsementName,
  evaluate,
  missingFields,
  type Outcome,
  type Review,
  reviewFrom,
  type Standing,
  standingAt,
} from './endorsements.js';

/** When the checks of an endorsement end, for whatever comes of them: within the write, or so much later. */
export type Checks = 'immediate' | { readonly afterMs: number };

/** What the option that sets them has to be. */
export const isChecks: OptionCheck = [
  (value) => value === 'immediate' || (isObjectWith(value, 'afterMs') && isDuration(value.afterMs)),
  "'immediate' or { afterMs }, a number of milliseconds from 0 to 1000000000000",
];

/** As long as checks take unless they are set. */
export const defaultChecks = { afterMs: 1000 } as const satisfies Checks;

/** Milliseconds that checks take. */
export function checkMsOf(checks: Checks = defaultChecks): number {
  return checks === 'immediate' ? 0 : checks.afterMs;
}

/** A create or an update: the customer before and with the new fields, the fields, and the endorsements they bring. */
interface CustomerWrite {
  readonly before: CustomerRecord;
  readonly after: CustomerRecord;
  readonly fields: CustomerFields;
  readonly brought: readonly EndorsementName[];
}

/**
 * The reviews of a customer after a write. What is new, what the write names unless it is closed, and with a scenario in the
 * write all of them, are evaluated; what became complete is checked. Throws a 422 for an unknown scenario.
 */
export function reviewsAfter(
  write: CustomerWrite,
  nowMs: number,
  checkMs: number,
): CustomerRecord['reviews'] {
  const { before, after, fields, brought } = write;
  const isSteered = scenarioIn(fields) !== undefined;
  const scenario = scenarioIn({ metadata: after.metadata });
  const named = (fields['endorsements'] ?? []) as readonly string[];
  const reviews: Partial<Record<EndorsementName, Review>> = { ...before.reviews };
  for (const name of new Set([...endorsementsShown(before, nowMs), ...brought])) {
    const review = reviews[name] ?? [];
    const standing = standingAt(review, nowMs);
    const status = standing && evaluate(name, before.given, standing).status;
    const isNamed = named.includes(name) && status !== 'OFFBOARDED';
    const isCompleted = status === 'INACTIVE' && missingFields(name, after.given).length === 0;
    if (isSteered || isNamed || standing === undefined)
      reviews[name] = evaluation(scenario, status === 'ACTIVE' ? standing : undefined, nowMs, checkMs);
    else if (isCompleted && typeof standing === 'string')
      reviews[name] = checkedAgain(review, nowMs, checkMs);
  }
  return reviews;
}

/** Names of the endorsements a customer has at a moment, in the order in which they came. */
function endorsementsShown({ reviews }: Pick<CustomerRecord, 'reviews'>, ms: number): EndorsementName[] {
  const names = Object.keys(reviews) as EndorsementName[];
  return names.filter((name) => standingAt(reviews[name], ms) !== undefined);
}

/** An active endorsement stays active until the outcome; any other is pending meanwhile. */
function evaluation(
  scenario: Scenario | undefined,
  active: Standing | undefined,
  nowMs: number,
  checkMs: number,
): Review {
  if (scenario === undefined) return reviewFrom(nowMs, active ?? 'checking', checkMs, 'checked');
  const { outcome, endsAfterMs } = scenario;
  if (endsAfterMs !== undefined) return reviewFrom(nowMs, outcome, endsAfterMs, 'checked');
  if (outcome.status === 'PENDING') return [{ fromMs: nowMs, standing: outcome }];
  return reviewFrom(nowMs, active ?? { status: 'PENDING' }, checkMs, outcome);
}

/** What `metadata.omsSandbox` asks for: a decision on every endorsement, and when the fields decide after all. */
interface Scenario {
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
function scenarioIn({ metadata }: CustomerFields): Scenario | undefined {
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

function isObjectWith<Name extends string>(value: unknown, name: Name): value is Record<Name, unknown> {
  return typeof value === 'object' && value !== null && Object.keys(value).every((key) => key === name);
}
