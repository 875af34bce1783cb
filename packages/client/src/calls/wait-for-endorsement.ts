import { EndorsementError, type EndorsementErrorReason } from '../errors/endorsement-error.js';
import { InvalidArgumentError } from '../errors/oms-error.js';
import type { Customer, Endorsement, EndorsementName } from '../models.js';
import type { WaitOptions } from '../options.js';
import { checkLimit } from '../request/check-value.js';
import { sleep } from '../request/within-time.js';

/** Settled, until a PATCH names the endorsement, and closed: in neither does anything more happen by itself. */
const settledOrClosed: readonly unknown[] = ['REJECTED', 'OFFBOARDED'];

const defaultTimeoutMs = 300_000;
const firstIntervalMs = 1_000;
const longestIntervalMs = 15_000;

/** Fetches the customer again and again, ever less often, until the endorsement is active; see `Customers`. */
export async function waitForEndorsement(
  fetchCustomer: (options: Pick<WaitOptions, 'signal'> | undefined) => PromiseLike<Customer>,
  name: EndorsementName,
  options: WaitOptions | undefined,
): Promise<Customer> {
  const { timeoutMs = defaultTimeoutMs, signal } = options ?? {};
  const endsAt = performance.now() + checkLimit(InvalidArgumentError, 'timeoutMs', timeoutMs);
  for (let intervalMs = firstIntervalMs; ; intervalMs = Math.min(intervalMs * 1.5, longestIntervalMs)) {
    const customer = await fetchCustomer(signal && { signal });
    const endorsement = findEndorsement(customer, name);
    if (endorsement?.status === 'ACTIVE') return customer;

    const leftMs = endsAt - performance.now();
    const reason = reasonToStop(customer, endorsement, leftMs);
    if (reason !== undefined) throw notGranted(name, endorsement, reason);
    await sleep(Math.min(intervalMs, leftMs), signal);
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
  leftMs: number,
): EndorsementErrorReason | undefined {
  if (settledOrClosed.includes(endorsement?.status)) return 'refused';
  if (customer.status === 'inactive') return 'inactive-customer';
  return leftMs <= 0 ? 'timeout' : undefined;
}

function notGranted(
  endorsement: string,
  { status, requirements }: Endorsement = {},
  reason: EndorsementErrorReason,
): EndorsementError {
  return new EndorsementError({
    endorsement,
    status: textsOf([status])[0],
    missing: textsOf(requirements?.missing),
    issues: textsOf(requirements?.issues),
    reason,
  });
}

/** Whatever the API puts there, the error can be made. */
function textsOf(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}
