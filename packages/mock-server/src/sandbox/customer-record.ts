import type { EndorsementName, Ruling } from './endorsements.js';

/** Fields that are given back as they were sent. Identity fields are not among them: only that they came is kept. */
export const readableFields = [
  'firstName',
  'middleName',
  'lastName',
  'email',
  'phone',
  'nationality',
  'externalId',
] as const;

/** A customer as the sandbox keeps one: nothing in it that may not be given back. */
export interface CustomerRecord {
  readonly id: string;
  readonly ordinal: number;
  readonly createdAt: string;
  readonly createdAtMs: number;
  readonly updatedAt: string;
  readonly status: 'active' | 'inactive';
  readonly signedAgreementAt: string | null;
  readonly metadata: unknown;
  readonly values: Readonly<Record<string, unknown>>;
  /** Names of the fields that have a content. */
  readonly given: readonly string[];
  readonly requested: readonly EndorsementName[];
  readonly rulings: Readonly<Partial<Record<EndorsementName, Ruling>>>;
  /** How many events told of this customer. */
  readonly eventCount: number;
}
