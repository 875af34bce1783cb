import { refuseUnknownName } from '../unknown-name.js';
import { endorsementNames, endorsementStatuses } from './endorsements.js';
import type { PutOffRuling } from './sandbox-controls.js';

/** Throws RangeError unless it is a number of milliseconds, 0 or more; `name` is what the caller calls it. */
export function checkDuration(name: string, ms: unknown): void {
  if (typeof ms === 'number' && ms >= 0 && ms <= Number.MAX_SAFE_INTEGER) return;
  throw new RangeError(`${name} must be a number of milliseconds, 0 or more`);
}

/** Names of the fields of a ruling. */
export const rulingFields: readonly (keyof PutOffRuling)[] = ['status', 'reason', 'afterMs'];

/** Throws TypeError for an endorsement, a status or a field there is not, RangeError for an `afterMs` that is no duration. */
export function checkRuling(endorsement: unknown, ruling: PutOffRuling): void {
  const { status, afterMs = 0 } = Object(ruling) as Partial<PutOffRuling>;
  checkOneOf('endorsement', endorsementNames, endorsement);
  checkOneOf('status', endorsementStatuses, status);
  checkDuration('afterMs', afterMs);
  refuseUnknownName(ruling, rulingFields, 'a field of a ruling');
}

function checkOneOf(name: string, known: readonly string[], value: unknown): void {
  if (known.some((one) => one === value)) return;
  throw new TypeError(`${name} must be one of ${known.join(', ')}`);
}
