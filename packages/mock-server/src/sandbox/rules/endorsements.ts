import { didYouMean, MisuseError, refuseUnknownName } from '../../option-check.js';
import type { Dialect } from '../dialect.js';
import { checkDuration } from '../state/clock.js';
import { type Requirements, requirementsInCodes } from './requirement-codes.js';

/** Names of the endorsements there are. */
export const endorsementNames = ['basic', 'cryptoCustody', 'usd'] as const;

/** One of {@link endorsementNames}. */
export type EndorsementName = (typeof endorsementNames)[number];

/** Statuses of an endorsement, as the documentation lists them. */
export const endorsementStatuses = [
  'INACTIVE',
  'PENDING',
  'ISSUES',
  'ACTIVE',
  'REJECTED',
  'REVOKED_ISSUES',
  'OFFBOARDED',
] as const;

/** One of {@link endorsementStatuses}. */
export type EndorsementStatus = (typeof endorsementStatuses)[number];

/** What was decided about an endorsement, in place of what follows from its fields. */
export interface Outcome {
  readonly status: EndorsementStatus;
  /** Shown to the customer, unless the status is `ACTIVE`. */
  readonly reason?: string;
}

/** How an endorsement stands: as its fields say while they are checked, as they say once they were, or as was decided. */
export type Standing = 'checking' | 'checked' | Outcome;

/** An endorsement as the spec has it. */
export interface Endorsement {
  readonly type: EndorsementName;
  readonly status: EndorsementStatus;
  readonly rejectionReasons: readonly { readonly developerReason: string; readonly reason: string }[];
  readonly requirements: Requirements;
}

const identity = ['firstName', 'lastName', 'email', 'phone', 'birthDate', 'nationality', 'signedAgreement'];
const documents = ['residentialAddress', 'identifyingInformation'];

/** Request fields each endorsement asks for. The codes are this sandbox's own; the documentation shows none. */
const requiredFields: Readonly<Record<EndorsementName, readonly string[]>> = {
  basic: identity,
  cryptoCustody: [...identity, ...documents],
  usd: [...identity, ...documents],
};

/** The endorsements a customer gets by asking for these: left out, `cryptoCustody` and `usd`; these bring `basic`. */
export function requestedEndorsements(asked: readonly EndorsementName[] | undefined): EndorsementName[] {
  const names = new Set<EndorsementName>(['basic', ...(asked ?? (['cryptoCustody', 'usd'] as const))]);
  return asked?.length === 0 ? [] : endorsementNames.filter((name) => names.has(name));
}

/** Names of the fields that an endorsement asks for and that were not sent. */
export function missingFields(type: EndorsementName, given: readonly string[]): string[] {
  return requiredFields[type].filter((field) => !given.includes(field));
}

/** An endorsement as it stands: as was decided, else pending while its fields are checked and active once they were. */
export function evaluate(type: EndorsementName, given: readonly string[], standing: Standing): Endorsement {
  const complete = requiredFields[type].filter((field) => given.includes(field));
  const missing = missingFields(type, given);
  const decision = typeof standing === 'string' ? undefined : standing;
  const byFields = standing === 'checking' ? 'PENDING' : 'ACTIVE';
  const status = decision?.status ?? (missing.length === 0 ? byFields : 'INACTIVE');
  return {
    type,
    status,
    rejectionReasons: reasons(status, decision),
    requirements: sort(status, complete, missing),
  };
}

function sort(status: EndorsementStatus, complete: readonly string[], missing: readonly string[]) {
  const sorted = { complete, pending: [], missing, issues: [] };
  if (status === 'PENDING') return { ...sorted, complete: [], pending: complete };
  return status === 'ISSUES' || status === 'REVOKED_ISSUES'
    ? { ...sorted, complete: [], issues: complete }
    : sorted;
}

function reasons(status: EndorsementStatus, decision: Outcome | undefined): Endorsement['rejectionReasons'] {
  const reason =
    decision?.reason ?? (status === 'REJECTED' ? 'We could not verify your identity.' : undefined);
  if (reason === undefined || status === 'ACTIVE') return [];
  return [{ developerReason: 'Set by a review decision of the sandbox.', reason }];
}

/** What of a dialect says how an endorsement is shown. */
export type EndorsementDialect = Pick<Dialect, 'endorsementName' | 'requirements'>;

/** The endorsements of a customer as the API shows them in a dialect. */
export function endorsementViews(
  endorsements: readonly Endorsement[],
  dialect: EndorsementDialect,
): readonly object[] {
  const { endorsementName, requirements: inRequirements } = dialect;
  if (endorsementName === 'type' && inRequirements === 'fields') return endorsements;
  const hasBase = endorsements.some(({ type, status }) => type === 'basic' && status === 'ACTIVE');
  return endorsements.map(({ type, requirements, ...rest }) => ({
    ...(endorsementName !== 'name' && { type }),
    ...(endorsementName !== 'type' && { name: type }),
    ...rest,
    requirements: requirementsInCodes(requirements, dialect, type === 'basic' || hasBase),
  }));
}

/** Is told what became of the endorsements of a customer, as the dialect has it. */
export interface EndorsementNews {
  /** Some became active; with all that are, and the number of this event about the customer. */
  granted(
    customer: { readonly id: string; readonly eventCount: number },
    active: readonly EndorsementName[],
  ): void;
  /** Some stand otherwise than before. */
  changed(customer: { readonly id: string }, endorsements: readonly Endorsement[]): void;
}

/** How an endorsement stands from a moment on. */
export interface ReviewStep {
  readonly fromMs: number;
  readonly standing: Standing;
}

/**
 * How an endorsement stood, stands and will stand, in the order of time. Whoever reads it at a moment sees what is due by
 * then, whether or not a timer ran.
 */
export type Review = readonly ReviewStep[];

/** How an endorsement stands at a moment; undefined before its first step. */
export function standingAt(review: Review | undefined, ms: number): Standing | undefined {
  return review?.findLast(({ fromMs }) => fromMs <= ms)?.standing;
}

/** A review that begins anew: it stands one way now, and another once `afterMs` have passed. */
export function reviewFrom(nowMs: number, meanwhile: Standing, afterMs: number, outcome: Standing): Review {
  return withStep([{ fromMs: nowMs, standing: meanwhile }], { fromMs: nowMs + afterMs, standing: outcome });
}

/** What is left of a review from now on. */
export function sinceNow(review: Review | undefined, nowMs: number): Review {
  const current = review?.findLastIndex(({ fromMs }) => fromMs <= nowMs) ?? -1;
  return review?.slice(Math.max(current, 0)) ?? [];
}

/** A review with one more step, which takes the place of all that were to come at its time or later. */
export function withStep(review: Review, step: ReviewStep): Review {
  return [...review.filter(({ fromMs }) => fromMs < step.fromMs), step];
}

/** The decisions that are scheduled. */
export function decisionsAfter(review: Review, nowMs: number): Review {
  return review.filter(({ fromMs, standing }) => fromMs > nowMs && typeof standing === 'object');
}

/** Moments after `sinceMs` at which an endorsement stands differently. */
export function changesAfter(review: Review, sinceMs: number): number[] {
  return review.flatMap(({ fromMs }) => (fromMs > sinceMs ? [fromMs] : []));
}

/** What a reviewer decides about an endorsement, and when. */
export interface ReviewDecision extends Outcome {
  /**
   * Milliseconds until it is made, on the clock of the sandbox.
   * @default 0
   */
  readonly afterMs?: number;
}

/** Names of the fields of a review decision. */
export const decisionFields: readonly (keyof ReviewDecision)[] = ['status', 'reason', 'afterMs'];

/** Throws MisuseError for an endorsement there is not, and for a decision that is none. */
export function checkReviewDecision(endorsement: unknown, decision: ReviewDecision): void {
  const { status, reason, afterMs = 0 } = Object(decision) as Partial<ReviewDecision>;
  checkOneOf('endorsement', endorsementNames, endorsement);
  checkOneOf('status', endorsementStatuses, status);
  if (reason !== undefined && typeof reason !== 'string') throw new MisuseError('reason must be a text');
  checkDuration('afterMs', afterMs);
  refuseUnknownName(decision, decisionFields, 'a field of a review decision');
}

function checkOneOf(name: string, known: readonly string[], value: unknown): void {
  if (known.some((one) => one === value)) return;
  const hint = typeof value === 'string' ? didYouMean(value, known) : '';
  throw new MisuseError(`${name} must be one of ${known.join(', ')}${hint}`);
}
