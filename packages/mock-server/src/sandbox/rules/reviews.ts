import type { Standing } from './endorsements.js';

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

/** A review whose fields are checked once more; decisions that are scheduled stay. */
export function checkedAgain(review: Review, nowMs: number, afterMs: number): Review {
  const scheduled = review.filter(({ fromMs, standing }) => fromMs > nowMs && typeof standing === 'object');
  return scheduled.reduce<Review>(withStep, reviewFrom(nowMs, 'checking', afterMs, 'checked'));
}

/** Moments after `sinceMs` at which an endorsement stands differently. */
export function changesAfter(review: Review, sinceMs: number): number[] {
  return review.flatMap(({ fromMs }) => (fromMs > sinceMs ? [fromMs] : []));
}
