import type { CallError } from './call-error.js';
import { brand, OmsError, printable } from './oms-error.js';

/** Why an endorsement was not granted: it was refused, the customer is inactive, or the time was up. */
export type EndorsementErrorReason = 'refused' | 'inactive-customer' | 'timeout';

/** What is known of an endorsement that was waited for in vain. */
export interface EndorsementErrorDetails {
  readonly endorsement: string;
  readonly status: string | undefined;
  readonly missing: readonly string[];
  readonly issues: readonly string[];
  readonly reason: EndorsementErrorReason;
  /** The last failure, if the last attempt to read the status was one. */
  readonly cause?: CallError | undefined;
}

/** An endorsement was waited for and not granted. */
export class EndorsementError extends OmsError {
  /** Name of the endorsement, such as `cryptoCustody`. */
  readonly endorsement: string;
  /** Its last known status; `undefined` when the customer did not have it at all, or nothing could be read. */
  readonly status: string | undefined;
  /** Codes of the requirements that are still missing. */
  readonly missing: readonly string[];
  /** Codes of the requirements that have to be put right. */
  readonly issues: readonly string[];
  /** Why; only after `timeout` can it be of use to wait again. */
  readonly reason: EndorsementErrorReason;

  static {
    brand(this, 'EndorsementError');
  }

  constructor({ endorsement, reason, cause, ...details }: EndorsementErrorDetails) {
    const status = details.status && printable(details.status);
    const missing = printableCodes(details.missing);
    const issues = printableCodes(details.issues);
    const lists = [describe('missing', missing), describe('issues', issues)].join('');
    const unseen = cause ? 'its status is unknown' : 'it is not requested';
    const state = status ? `its status is ${status}${remarkOn(status)}` : unseen;
    const failure = cause ? `; the last request failed (${cause.name})` : '';
    super(`${endorsement} is not granted (${reason}); ${state}${lists}${failure}.`, cause && { cause });
    this.endorsement = endorsement;
    this.status = status;
    this.missing = missing;
    this.issues = issues;
    this.reason = reason;
  }
}

/** What the API lists, fit to be shown; more than these would help nobody. */
function printableCodes(codes: readonly string[]): string[] {
  return codes.slice(0, 100).map((code) => printable(code));
}

function remarkOn(status: string): string {
  if (status === 'REJECTED') return ', settled until an update names it';
  return status === 'OFFBOARDED' ? ', closed' : '';
}

function describe(title: string, codes: readonly string[]): string {
  return codes[0] ? `; ${title}: ${codes.join(', ')}` : '';
}
