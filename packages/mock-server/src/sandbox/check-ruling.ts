import { refuseUnknownName } from '../unknown-name.js';
import { endorsementNames, endorsementStatuses } from './endorsements.js';
import type { PutOffRuling } from './sandbox-controls.js';

/** About 30 years; more would lead beyond the dates that JavaScript knows. */
const longestMs = 1_000_000_000_000;

/** Throws RangeError unless it is a number of milliseconds up to 10¹²; `name` is what the caller calls it. */
export function checkDuration(name: string, ms: unknown): asserts ms is number {
  if (typeof ms === 'number' && ms >= 0 && ms <= longestMs) return;
  throw new RangeError(`${name} must be a number of milliseconds from 0 to ${longestMs}`);
}

/** Names of the fields of a ruling. */
export const rulingFields: readonly (keyof PutOffRuling)[] = ['status', 'reason', 'afterMs'];

/** Throws TypeError for an endorsement or a ruling that is none, RangeError for an `afterMs` that is no duration. */
export function checkRuling(endorsement: unknown, ruling: PutOffRuling): void {
  const { status, reason, afterMs = 0 } = Object(ruling) as Partial<PutOffRuling>;
  checkOneOf('endorsement', endorsementNames, endorsement);
  checkOneOf('status', endorsementStatuses, status);
  if (reason !== undefined && typeof reason !== 'string') throw new TypeError('reason must be a text');
  checkDuration('afterMs', afterMs);
  refuseUnknownName(ruling, rulingFields, 'a field of a ruling');
}

function checkOneOf(name: string, known: readonly string[], value: unknown): void {
  if (known.some((one) => one === value)) return;
  throw new TypeError(`${name} must be one of ${known.join(', ')}`);
}
