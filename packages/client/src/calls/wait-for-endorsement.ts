import { waitOptionNames } from '../config/option-names.js';
import { ApiError } from '../errors/api-error.js';
import { CallError } from '../errors/call-error.js';
import { EndorsementError, type EndorsementErrorReason } from '../errors/endorsement-error.js';
import { InvalidArgumentError } from '../errors/oms-error.js';
import type { Customer, Endorsement, EndorsementName } from '../models.js';
import type { RequestOptions, WaitOptions } from '../options.js';
import { checkNames } from '../request/check-names.js';
import { checkLimit } from '../request/check-value.js';
import { sleep } from '../request/within-time.js';

/** Settled, until a PATCH names the endorsement, and closed: in neither does anything more happen by itself. */
const settledOrClosed: readonly unknown[] = ['REJECTED', 'OFFBOARDED'];

const defaultTimeoutMs = 300_000;
const firstIntervalMs = 1_000;
const longestIntervalMs = 15_000;
/** Time kept for the last request, which would otherwise begin too late to end in time. */
const longestReserveMs = 1_000;

/**
 * Fetches the customer again and again, ever less often, until the endorsement is active; see `Customers`. A failure that
 * may pass counts as an unknown status.
 */
export async function waitForEndorsement(
  fetchCustomer: (options: Pick<RequestOptions, 'signal' | 'deadlineMs'>) => PromiseLike<Customer>,
  name: EndorsementName,
  options: WaitOptions | undefined,
): Promise<Customer> {
  checkNames(InvalidArgumentError, options, waitOptionNames);
  const { timeoutMs = defaultTimeoutMs, signal } = options ?? {};
  const endsAt = performance.now() + checkLimit(InvalidArgumentError, 'timeoutMs', timeoutMs);
  const reserveMs = Math.min(longestReserveMs, timeoutMs / 2);
  let endorsement: Endorsement | undefined;
  let failure: CallError | undefined;
  let intervalMs = firstIntervalMs;
  for (;;) {
    try {
      const customer = await fetchCustomer({ signal, deadlineMs: Math.max(1, endsAt - performance.now()) });
      failure = undefined;
      endorsement = findEndorsement(customer, name);
      if (endorsement?.status === 'ACTIVE') return customer;
      const reason = reasonToStop(customer, endorsement);
      if (reason !== undefined) throw notGranted(name, endorsement, reason);
    } catch (error) {
      if (!(error instanceof CallError && error.isRetryable)) throw error;
      failure = error;
    }

    const leftMs = endsAt - reserveMs - performance.now();
    const askedMs = failure instanceof ApiError ? failure.retryAfterMs : undefined;
    if (leftMs <= 0 || (askedMs ?? 0) > leftMs) throw notGranted(name, endorsement, 'timeout', failure);
    await sleep(Math.min(Math.max(intervalMs, askedMs ?? 0), leftMs), signal);
    intervalMs = Math.min(intervalMs * 1.5, longestIntervalMs);
  }
}

/** The docs show endorsements as objects and as plain names; a plain name stands for one that is granted. */
function findEndorsement({ endorsements }: Customer, name: EndorsementName): Endorsement | undefined {
  const items: readonly (Endorsement | string)[] = Array.isArray(endorsements) ? endorsements : [];
  const found = items.find((item) => (typeof item === 'string' ? item : (item?.type ?? item?.name)) === name);
  return typeof found === 'string' ? { status: 'ACTIVE' } : found;
}

function reasonToStop(
  customer: Customer,
  endorsement: Endorsement | undefined,
): EndorsementErrorReason | undefined {
  if (settledOrClosed.includes(endorsement?.status)) return 'refused';
  return customer.status === 'inactive' ? 'inactive-customer' : undefined;
}

function notGranted(
  endorsement: string,
  { status, requirements }: Endorsement = {},
  reason: EndorsementErrorReason,
  cause?: CallError,
): EndorsementError {
  return new EndorsementError({
    endorsement,
    status: textsOf([status])[0],
    missing: textsOf(requirements?.missing),
    issues: textsOf(requirements?.issues),
    reason,
    cause,
  });
}

/** The error can be created whatever the API puts there. */
function textsOf(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}
