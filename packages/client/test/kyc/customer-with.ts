import type { Customer } from '@oms-sdk/client';

/** A customer with these endorsements, in whatever shape. */
export function customerWith(endorsements: unknown, rest: object = {}): Customer {
  const customer = { id: 'cst_1', object: 'customer', type: 'individual', status: 'active', ...rest };
  return { ...customer, endorsements, createdAt: '2026-01-01T00:00:00Z' } as unknown as Customer;
}

/** A customer with one endorsement, `usd`. */
export function withUsd(status: string, requirements?: unknown, rest: object = {}): Customer {
  return customerWith([{ type: 'usd', status, requirements, ...rest }]);
}
