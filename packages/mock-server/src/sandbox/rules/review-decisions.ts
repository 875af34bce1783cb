import { refuseUnknownName } from '../../unknown-name.js';
import { checkDuration } from '../state/clock.js';
import { endorsementNames, endorsementStatuses, type Outcome } from './endorsements.js';

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

/** Throws TypeError for an endorsement or a decision that is none, RangeError for an `afterMs` that is no duration. */
export function checkReviewDecision(endorsement: unknown, decision: ReviewDecision): void {
  const { status, reason, afterMs = 0 } = Object(decision) as Partial<ReviewDecision>;
  checkOneOf('endorsement', endorsementNames, endorsement);
  checkOneOf('status', endorsementStatuses, status);
  if (reason !== undefined && typeof reason !== 'string') throw new TypeError('reason must be a text');
  checkDuration('afterMs', afterMs);
  refuseUnknownName(decision, decisionFields, 'a field of a review decision');
}

function checkOneOf(name: string, known: readonly string[], value: unknown): void {
  if (known.some((one) => one === value)) return;
  throw new TypeError(`${name} must be one of ${known.join(', ')}`);
}
