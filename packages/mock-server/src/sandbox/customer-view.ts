import { type CustomerRecord, readableFields } from './customer-record.js';
import { type Endorsement, evaluate } from './endorsements.js';

/** The endorsements of a customer, as they stand. */
export function endorsementsOf({ requested, given, rulings }: CustomerRecord): Endorsement[] {
  return requested.map((name) => evaluate(name, given, rulings[name]));
}

/** Names of the endorsements that are active. */
export function activeEndorsements(record: CustomerRecord): string[] {
  return endorsementsOf(record).flatMap(({ type, status }) => (status === 'ACTIVE' ? [type] : []));
}

/** A customer as the API shows one, with a short view of the wallets. */
export function customerView(record: CustomerRecord, wallets: readonly object[]): object {
  const { id, values, status, signedAgreementAt, metadata, createdAt, updatedAt } = record;
  return {
    id,
    object: 'customer',
    type: 'individual',
    ...Object.fromEntries(readableFields.map((name) => [name, values[name] ?? null])),
    status,
    signedAgreement: signedAgreementAt !== null,
    signedAgreementAt,
    wallets,
    endorsements: endorsementsOf(record),
    metadata,
    createdAt,
    updatedAt,
  };
}
