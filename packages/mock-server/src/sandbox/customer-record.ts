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
  readonly createdAt: string;
  readonly createdAtMs: number;
  updatedAt: string;
  status: 'active' | 'inactive';
  signedAgreementAt: string | null;
  metadata: unknown;
  readonly values: Map<string, unknown>;
  /** Names of the fields that were ever sent with a content. */
  readonly given: Set<string>;
  readonly requested: Set<EndorsementName>;
  readonly rulings: Map<EndorsementName, Ruling>;
}
