import { MisuseError, refuseUnknownName } from '../../option-check.js';
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
  throw new MisuseError(`${name} must be one of ${known.join(', ')}`);
}
