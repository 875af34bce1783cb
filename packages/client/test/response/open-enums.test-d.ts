import { assertUnrecognized, type Customer, type EndorsementStatus } from '@oms-sdk/client';

/* CAN cover every known value and pass on the others. */
export function label(status: Customer['status']): string {
  switch (status) {
    case 'active':
      return 'open';
    case 'inactive':
      return 'closed';
    default:
      return assertUnrecognized(status);
  }
}

/* CANNOT forget a known value. */
export function forgetful(status: Customer['status']): string {
  switch (status) {
    case 'active':
      return 'open';
    default:
      // @ts-expect-error inactive has no branch of its own
      return assertUnrecognized(status);
  }
}

/* CANNOT forget one of many, nor take a value that has a branch for an unknown one. */
export function progress(status: EndorsementStatus): number {
  switch (status) {
    case 'INACTIVE':
    case 'PENDING':
    case 'ISSUES':
      return 0;
    case 'ACTIVE':
      return 1;
    case 'REJECTED':
    case 'REVOKED_ISSUES':
      return -1;
    default:
      // @ts-expect-error OFFBOARDED has no branch of its own
      return assertUnrecognized(status).length;
  }
}
// @ts-expect-error a known value is not an unknown one
assertUnrecognized('active');

/* CAN treat a value as text, and compare it with one that is newer than this spec. */
declare const status: EndorsementStatus;
declare const anyText: string;
export const text: string = status;
export const isPaused: boolean = status === 'PAUSED';

/* CANNOT write a value down as if the API had sent it. */
// @ts-expect-error only the API makes values that the spec does not know
export const invented: Customer['status'] = 'dormant';
// @ts-expect-error nor is any string one
export const converted: EndorsementStatus = anyText;
