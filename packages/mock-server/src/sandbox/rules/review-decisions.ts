import { refuseUnknownName } from '../../unknown-name.js';
import { type Clock, checkDuration } from '../state/clock.js';
import type { Table, Tables } from '../state/tables.js';
import { type EndorsementName, endorsementNames, endorsementStatuses, type Outcome } from './endorsements.js';

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

/** A decision that is still to come. */
export interface ScheduledDecision {
  readonly customerId: string;
  readonly name: EndorsementName;
  readonly dueMs: number;
  /** Null: from then on the fields decide. */
  readonly outcome: Outcome | null;
}

/** Decisions that are still to come, at most one for each endorsement of a customer. */
export class ScheduledDecisions {
  readonly #clock: Clock;
  readonly #decisions: Table<ScheduledDecision>;

  constructor({ clock, tables }: { readonly clock: Clock; readonly tables: Tables }) {
    this.#clock = clock;
    this.#decisions = tables.table('scheduledDecision');
  }

  /** Schedules a decision in so many milliseconds, in place of any other that waits. */
  add(customerId: string, name: EndorsementName, outcome: Outcome | null, afterMs: number): void {
    const dueMs = this.#clock.nowMs() + afterMs;
    this.#decisions.set(`${customerId} ${name}`, { customerId, name, dueMs, outcome });
  }

  cancel(customerId: string, name: EndorsementName): void {
    this.#decisions.delete(`${customerId} ${name}`);
  }

  /** Takes those that are due, the earliest first. */
  takeDue(): ScheduledDecision[] {
    if (this.#decisions.size === 0) return [];
    const due = [...this.#decisions.rows()].filter(({ dueMs }) => dueMs <= this.#clock.nowMs());
    for (const { customerId, name } of due) this.cancel(customerId, name);
    return due.sort((one, other) => one.dueMs - other.dueMs);
  }

  /** When the next one is due; infinite when none waits. */
  nextDueMs(): number {
    let next = Number.POSITIVE_INFINITY;
    for (const { dueMs } of this.#decisions.rows()) next = Math.min(next, dueMs);
    return next;
  }
}
