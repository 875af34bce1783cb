import { didYouMean, type OptionCheck, sentence } from '../../option-check.js';
import { isDuration } from '../state/clock.js';
import { type ApiProblem, invalidBody } from './api-problem.js';
import type { CustomerFields, CustomerRecord } from './customer-record.js';
import {
  decisionsAfter,
  type EndorsementName,
  evaluate,
  missingFields,
  type Outcome,
  type Review,
  reviewFrom,
  type Standing,
  standingAt,
  withStep,
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
 * write all of them, are evaluated; what became complete is checked. `ruled` is called once if anything is. Throws a 422 for
 * an unknown scenario.
 */
export function reviewsAfter(
  write: CustomerWrite,
  ruled: () => Scenario | undefined,
  nowMs: number,
  checkMs: number,
): CustomerRecord['reviews'] {
  const { before, after } = write;
  const held = scenarioIn(after.steering);
  const due = evaluationsIn(write, nowMs);
  if (due.size === 0) return before.reviews;
  const scenario = ruled() ?? held ?? magicScenario(after.values);
  const reviews: Partial<Record<EndorsementName, Review>> = { ...before.reviews };
  // Most of a customer begin alike, and share what is kept.
  const begun = evaluation(scenario, undefined, nowMs, checkMs);
  for (const [name, { active, kept }] of due) {
    const review = active === undefined ? begun : evaluation(scenario, active, nowMs, checkMs);
    reviews[name] = kept.reduce<Review>(withStep, review);
  }
  return reviews;
}

/** What an evaluation leaves of the review before: how it stands while it is active, and the decisions that are scheduled. */
interface Evaluation {
  readonly active: Standing | undefined;
  readonly kept: Review;
}

/** The endorsements that a write has evaluated. */
function evaluationsIn(
  { before, after, fields, brought }: CustomerWrite,
  nowMs: number,
): Map<EndorsementName, Evaluation> {
  const isSteered = after.steering !== before.steering;
  const named = (fields['endorsements'] ?? []) as readonly string[];
  const due = new Map<EndorsementName, Evaluation>();
  for (const name of new Set([...endorsementsShown(before, nowMs), ...brought])) {
    const review = before.reviews[name] ?? [];
    const standing = standingAt(review, nowMs);
    const status = standing && evaluate(name, before.given, standing).status;
    const isNamed = named.includes(name) && status !== 'OFFBOARDED';
    const isCompleted = status === 'INACTIVE' && missingFields(name, after.given).length === 0;
    const active = status === 'ACTIVE' ? standing : undefined;
    if (isSteered || isNamed || standing === undefined) due.set(name, { active, kept: [] });
    else if (isCompleted && typeof standing === 'string')
      due.set(name, { active, kept: decisionsAfter(review, nowMs) });
  }
  return due;
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
  const { outcome, afterMs = checkMs, endsAfterMs } = scenario;
  if (endsAfterMs !== undefined) return reviewFrom(nowMs, outcome, endsAfterMs, 'checked');
  if (outcome.status === 'PENDING') return [{ fromMs: nowMs, standing: outcome }];
  return reviewFrom(nowMs, active ?? { status: 'PENDING' }, afterMs, outcome);
}

/** A decision on every endorsement, and when the fields decide after all. */
export interface Scenario {
  readonly outcome: Outcome;
  /** Milliseconds until the outcome; left out, as long as checks take. */
  readonly afterMs?: number | undefined;
  /** Milliseconds until the decision ends; left out, it stays. */
  readonly endsAfterMs?: number;
}

const statuses = {
  approve: 'ACTIVE',
  pending: 'PENDING',
  issues: 'ISSUES',
  reject: 'REJECTED',
  revoke: 'REVOKED_ISSUES',
  offboard: 'OFFBOARDED',
  delay: 'PENDING',
} as const satisfies Readonly<Record<string, Outcome['status']>>;

/** What a scenario makes of the endorsements of a customer. */
export type ScenarioName = keyof typeof statuses;

/** Names of the scenarios there are. */
export const scenarioNames = Object.keys(statuses) as readonly ScenarioName[];

const defaultDelayMs = 10_000;

/** The scenario of a name. */
export function scenarioOf(name: ScenarioName, reason?: string, afterMs?: number): Scenario {
  const outcome = { status: statuses[name], ...(reason !== undefined && { reason }) };
  return name === 'delay' ? { outcome, endsAfterMs: afterMs ?? defaultDelayMs } : { outcome, afterMs };
}

/** The scenario that metadata asks for; undefined for none. Throws a 422 for an unknown one. */
function scenarioIn(metadata: CustomerRecord['steering']): Scenario | undefined {
  if (metadata === undefined || metadata.omsSandbox === 'none') return undefined;
  const { omsSandbox, omsSandboxReason } = metadata;
  const reason = typeof omsSandboxReason === 'string' ? omsSandboxReason : undefined;
  const text = typeof omsSandbox === 'string' ? omsSandbox : '';
  const [, name, seconds] = /^([a-z]+)(?::([0-9]{1,7}))?$/.exec(text) ?? [];
  const known = scenarioNames.find((scenario) => scenario === name);
  if (known === undefined || (seconds !== undefined && known !== 'delay')) throw unknownScenario(text);
  return scenarioOf(known, reason, seconds === undefined ? undefined : Number(seconds) * 1000);
}

/** The scenario that a magic value asks for: a tag of the email address such as `+oms-reject`, or such a last name. */
function magicScenario({ email, lastName }: CustomerRecord['values']): Scenario | undefined {
  const [, ofEmail] = /\+oms-([a-z]+)@/i.exec(String(email)) ?? [];
  const [, ofName] = /^oms-([a-z]+)$/i.exec(String(lastName)) ?? [];
  const [name] = [ofEmail, ofName].flatMap((asked) =>
    scenarioNames.filter((known) => known === asked?.toLowerCase()),
  );
  return name === undefined ? undefined : scenarioOf(name);
}

function unknownScenario(text: string): ApiProblem {
  const known = [...scenarioNames, 'delay:<seconds>', 'none'];
  const message = sentence(`Must be one of ${known.join(', ')}${didYouMean(text, known)}`);
  return invalidBody([{ location: 'body.metadata.omsSandbox', code: 'enum', message }]);
}

function isObjectWith<Name extends string>(value: unknown, name: Name): value is Record<Name, unknown> {
  return typeof value === 'object' && value !== null && Object.keys(value).every((key) => key === name);
}
