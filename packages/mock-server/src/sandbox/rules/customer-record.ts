import { invalidBody, invalidRequest } from './api-problem.js';
import {
  type Endorsement,
  type EndorsementDialect,
  type EndorsementName,
  endorsementViews,
  evaluate,
  type Review,
  standingAt,
} from './endorsements.js';

/** Fields that are returned as they were sent. Identity fields are not among them: only that they came is kept. */
const readableFields = [
  'firstName',
  'middleName',
  'lastName',
  'email',
  'phone',
  'nationality',
  'externalId',
] as const;

/** A customer as the sandbox keeps one: nothing in it that may not be returned. */
export interface CustomerRecord {
  readonly id: string;
  readonly ordinal: number;
  readonly createdAt: string;
  readonly createdAtMs: number;
  readonly updatedAt: string;
  readonly status: 'active' | 'inactive';
  readonly signedAgreementAt: string | null;
  readonly metadata: unknown;
  /** The metadata that last named a scenario, which stays in force when other metadata takes its place. */
  readonly steering?: Steering;
  /** Id of the scenario rule that was last found for it. */
  readonly scenarioId?: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Names of the fields that have a content. */
  readonly given: readonly string[];
  /** How each endorsement stands, in the order in which they were requested. */
  readonly reviews: Readonly<Partial<Record<EndorsementName, Review>>>;
  /** The endorsements that were active when this was last looked at, and the moment. */
  readonly reportedActive: readonly EndorsementName[];
  readonly reportedMs: number;
  /** How many events were about this customer. */
  readonly eventCount: number;
}

/** What metadata says to the sandbox. */
interface Steering {
  readonly omsSandbox: unknown;
  readonly omsSandboxReason?: unknown;
}

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
    ...steeringIn(fields),
    values: { ...record.values, ...Object.fromEntries(sent.map((name) => [name, fields[name]])) },
    given: givenAfter(record, fields),
    updatedAt: now,
  };
}

function steeringIn({ metadata }: CustomerFields): Pick<CustomerRecord, 'steering'> {
  const { omsSandbox, omsSandboxReason } = Object(metadata) as Partial<Steering>;
  if (omsSandbox === undefined) return {};
  return { steering: { omsSandbox, ...(omsSandboxReason !== undefined && { omsSandboxReason }) } };
}

/** A field counts until it is sent without content, except documents, to which an update only adds. */
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

/** The endorsements of a customer, as they stand at a moment. */
function endorsementsOf({ reviews, given }: CustomerRecord, ms: number): Endorsement[] {
  return Object.entries(reviews).flatMap(([name, review]) => {
    const standing = standingAt(review, ms);
    return standing === undefined ? [] : [evaluate(name as EndorsementName, given, standing)];
  });
}

/** Names of the endorsements that are active at a moment. */
export function activeEndorsements(record: CustomerRecord, ms: number): EndorsementName[] {
  return endorsementsOf(record, ms).flatMap(({ type, status }) => (status === 'ACTIVE' ? [type] : []));
}

/** A customer as it was made: nothing is known of them yet. */
export function newCustomer(id: string, ordinal: number, createdAtMs: number): CustomerRecord {
  const createdAt = new Date(createdAtMs).toISOString();
  return {
    id,
    ordinal,
    createdAt,
    createdAtMs,
    updatedAt: createdAt,
    status: 'active',
    signedAgreementAt: null,
    metadata: {},
    values: {},
    given: [],
    reviews: {},
    reportedActive: [],
    reportedMs: createdAtMs,
    eventCount: 0,
  };
}

/** The endorsements that stand otherwise at a moment than they did before; new ones only if they are active. */
export function changedEndorsements(
  before: CustomerRecord | undefined,
  after: CustomerRecord,
  ms: number,
): Endorsement[] {
  const stood = before === undefined ? [] : endorsementsOf(before, before.reportedMs);
  return endorsementsOf(after, ms).filter((endorsement) => {
    const earlier = stood.find(({ type }) => type === endorsement.type);
    if (earlier === undefined) return endorsement.status === 'ACTIVE';
    return JSON.stringify(earlier) !== JSON.stringify(endorsement);
  });
}

/** A customer as the API shows one, with a short view of the wallets. */
export function customerView(
  record: CustomerRecord,
  wallets: readonly object[],
  nowMs: number,
  dialect: EndorsementDialect,
): object {
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
    endorsements: endorsementViews(endorsementsOf(record, nowMs), dialect),
    metadata,
    createdAt,
    updatedAt,
  };
}

/** Whether the filters of a list leave a customer in it. Throws a 400 for a time that cannot be read. */
export function customerFilter(query: URLSearchParams): (record: CustomerRecord) => boolean {
  const isWanted = (name: string, value: unknown) => (query.get(name) ?? value) === value;
  const after = timeIn(query, 'createdAfter', Number.NEGATIVE_INFINITY);
  const before = timeIn(query, 'createdBefore', Number.POSITIVE_INFINITY);
  return ({ status, values, createdAtMs }) =>
    isWanted('status', status) &&
    isWanted('email', values['email']) &&
    isWanted('externalId', values['externalId']) &&
    createdAtMs >= after &&
    createdAtMs <= before;
}

function timeIn(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name);
  if (text === null) return otherwise;
  const time = Date.parse(text);
  if (!Number.isNaN(time)) return time;
  throw invalidRequest([
    { location: `query.${name}`, code: 'format', message: 'Must be a date and a time.' },
  ]);
}
