import type { EndorsementName, EndorsementStatus } from '../models.js';
import { isPlainObject } from '../request/check-value.js';
import { type FieldDemand, fieldsFor, type KycField } from './field.js';
import { type Demand, readRequirements, type UnknownRequirement } from './read-requirements.js';

/** Who has to act before anything more happens. */
export type KycActor = 'customer' | 'integrator' | 'oms' | 'nobody';

/** Why an endorsement was refused, in the words of OMS. */
export interface KycReason {
  /** May be shown to the customer. */
  readonly forCustomer: string | undefined;
  /** Must not be shown to the customer. */
  readonly forDeveloper: string | undefined;
}

/** What is to be done for an endorsement. */
export interface EndorsementPlan {
  readonly endorsement: EndorsementName;
  /** As OMS says it; undefined when the customer does not have the endorsement. */
  readonly status: EndorsementStatus | undefined;
  /** Whether it is `ACTIVE` or `OFFBOARDED`, which no form changes. */
  readonly isFinal: boolean;
  /**
   * `customer`: show the form. `integrator`: send an update that names the endorsement, with the fields that only you know, and
   * look at `unknown`. `oms`: wait. `nobody`: nothing can be done.
   */
  readonly actor: KycActor;
  /** What to ask for, in the order of a form. After a rejection, what was sent before is among them and optional. */
  readonly fields: readonly KycField[];
  readonly reasons: readonly KycReason[];
  /** Endorsements that have to become active first. */
  readonly prerequisites: readonly EndorsementName[];
  /** What this version does not understand, for your logs. The rest of the plan holds without it. */
  readonly unknown: readonly UnknownRequirement[];
}

/** Any object, as it is read here. */
export type Properties = Readonly<Record<string, unknown>>;

/** The plan of one endorsement, whatever its prerequisites need. */
export function planAlone(customer: Properties, name: EndorsementName): EndorsementPlan {
  const unknown: UnknownRequirement[] = [];
  const { entry, pointer } = findEndorsement(customer['endorsements'], name, unknown);
  const { status, requirements, rejectionReasons, rejection_reasons } = entry;
  const state = String(status).toUpperCase();
  const lists = readLists(requirements, `${pointer}/requirements`, unknown);
  const isFinal = state === 'ACTIVE' || state === 'OFFBOARDED';
  const isClosed = isFinal || customer['status'] === 'inactive';
  const demands = isClosed ? [] : demandsIn(lists, state);
  const fields = fieldsFor((field) => demands.find(isAbout('field', field)));
  const isUpTo = (actor: KycActor) => demands.some(isAbout('actor', actor));
  const isReviewed = state === 'PENDING' || lists.pending.length > 0 || isUpTo('oms');
  const prerequisites = demands
    .filter(({ subject, isRequired }) => subject === 'endorsement' && isRequired)
    .filter(
      ({ name: needed }) =>
        findEndorsement(customer['endorsements'], needed, []).entry['status'] !== 'ACTIVE',
    );
  const actors: readonly [boolean, KycActor][] = [
    [isClosed || isUpTo('nobody'), 'nobody'],
    [fields.some(({ actor }) => actor === 'customer'), 'customer'],
    [fields.length > 0 || lists.hasUnknown, 'integrator'],
    [isReviewed || prerequisites.length > 0, 'oms'],
  ];
  return {
    endorsement: name,
    status: typeof status === 'string' ? (status as EndorsementStatus) : undefined,
    isFinal,
    actor: actors.find(([isTheirs]) => isTheirs)?.[1] ?? 'integrator',
    fields,
    reasons: readReasons(rejectionReasons ?? rejection_reasons),
    prerequisites: prerequisites.map((demand) => demand.name as EndorsementName),
    unknown,
  };
}

const isAbout = (subject: Demand['subject'], name: string) => (demand: Demand) =>
  demand.subject === subject && demand.name === name;

interface Found {
  readonly entry: Properties;
  readonly pointer: string;
}

/** The docs show endorsements as objects and as plain names; a plain name stands for one that is granted. */
function findEndorsement(endorsements: unknown, name: string, unknown: UnknownRequirement[]): Found {
  const pointer = '/endorsements';
  const list = Array.isArray(endorsements) ? endorsements : [];
  if (list !== (endorsements ?? list)) unknown.push({ pointer, code: undefined });
  for (const [index, item] of list.entries()) {
    const place = `${pointer}/${index}`;
    const entry: Properties = typeof item === 'string' ? { type: item, status: 'ACTIVE' } : Object(item);
    const own = entry['type'] ?? entry['name'];
    if (own === name) return { entry, pointer: place };
    if (typeof own !== 'string') unknown.push({ pointer: place, code: undefined });
  }
  return { entry: {}, pointer };
}

interface Lists extends Readonly<Record<'complete' | 'pending' | 'missing' | 'issues', readonly Demand[]>> {
  /** Whether something that is missing or has an issue was not understood. */
  readonly hasUnknown: boolean;
}

/** The four lists. Whatever else has a content counts as missing: somebody asks for it. */
function readLists(requirements: unknown, pointer: string, unknown: UnknownRequirement[]): Lists {
  const isMap = isPlainObject(requirements);
  const { complete, pending, missing, issues, ...others } = (isMap ? requirements : {}) as Properties;
  const filled = Object.entries(others).filter(([, list]) => Object.keys(Object(list)).length > 0);
  const rest = isMap ? Object.fromEntries(filled) : requirements;
  const read = (list: unknown, at: string) => readRequirements(list, pointer + at, unknown);
  const before = unknown.length;
  const open = {
    missing: [...read(missing, '/missing'), ...read(rest, '')],
    issues: read(issues, '/issues'),
  };
  const hasUnknown = unknown.length > before;
  return { ...open, hasUnknown, complete: read(complete, '/complete'), pending: read(pending, '/pending') };
}

type ReasonedDemand = Demand & Pick<FieldDemand, 'reason'>;

/** What is asked for. A second attempt may also correct what was accepted before the rejection. */
function demandsIn({ complete, pending, missing, issues }: Lists, state: string): ReasonedDemand[] {
  const sent =
    state === 'REJECTED' ? [...complete, ...pending].filter(({ subject }) => subject === 'field') : [];
  const because = (reason: FieldDemand['reason']) => (demand: Demand) => ({ ...demand, reason });
  const demands = [
    ...sent.map((demand) => ({ ...demand, isRequired: false })).map(because('rejected')),
    ...missing.map(because('missing')),
    ...issues.map(because('issues')),
  ];
  return [...new Map(demands.map((demand) => [`${demand.subject} ${demand.name}`, demand])).values()];
}

/** A text alone does not say whom it is for, so it is not for the customer. */
function readReasons(reasons: unknown): KycReason[] {
  const list: readonly unknown[] = Array.isArray(reasons) ? reasons : [reasons];
  return list.flatMap((item) => {
    const { reason, developerReason, developer_reason = item } = Object(item) as Properties;
    const [forCustomer, forDeveloper] = [reason, developerReason ?? developer_reason].map(textIn);
    return forCustomer === undefined && forDeveloper === undefined ? [] : [{ forCustomer, forDeveloper }];
  });
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
