import { invalidBody } from './api-problem.js';
import { type CustomerRecord, readableFields } from './customer-record.js';

/** The body of a create or an update, after it was checked. */
export type CustomerFields = Readonly<Record<string, unknown>>;

/** A customer after a create or an update, whatever the fields mean for the endorsements. Throws a 422 to a withdrawal. */
export function withFields(record: CustomerRecord, fields: CustomerFields, now: string): CustomerRecord {
  refuseWithdrawal(record, fields);
  const isSigning = fields['signedAgreement'] === true;
  const sent = readableFields.filter((name) => fields[name] !== undefined);
  return {
    ...record,
    signedAgreementAt: record.signedAgreementAt ?? (isSigning ? now : null),
    metadata: fields['metadata'] ?? record.metadata,
    values: { ...record.values, ...Object.fromEntries(sent.map((name) => [name, fields[name]])) },
    given: givenAfter(record, fields),
    updatedAt: now,
  };
}

/** A field is there until it is sent without content, except documents, to which an update only adds. */
function givenAfter({ given }: CustomerRecord, fields: CustomerFields): string[] {
  const names = new Set(given);
  for (const [name, value] of Object.entries(fields)) {
    if (hasContent(value)) names.add(name);
    else if (name !== 'identifyingInformation') names.delete(name);
  }
  return [...names];
}

function hasContent(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(hasContent);
  return value !== undefined && value !== null && value !== '' && value !== false;
}

function refuseWithdrawal({ signedAgreementAt }: CustomerRecord, fields: CustomerFields): void {
  if (signedAgreementAt === null || fields['signedAgreement'] !== false) return;
  const message = 'A signed agreement cannot be withdrawn.';
  throw invalidBody([{ location: 'body.signedAgreement', code: 'one-way', message }]);
}
