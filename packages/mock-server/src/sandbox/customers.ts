import { ApiProblem, notFound } from './api-problem.js';
import { type CustomerRecord, readableFields } from './customer-record.js';
import { type EndorsementName, type Ruling, requestedEndorsements } from './endorsements.js';
import type { World } from './world.js';

/** The body of a create or an update, after the contract has judged it. */
export type CustomerFields = Readonly<Record<string, unknown>>;

/** Rulings by the text of `metadata.omsSandbox`, the documented way to steer the checks. */
const scenarios: Readonly<Record<string, Ruling>> = {
  pending: { status: 'PENDING' },
  issues: { status: 'ISSUES' },
  reject: { status: 'REJECTED' },
};

/** The customers and their rules. */
export class Customers {
  readonly #world: World;
  readonly #records = new Map<string, CustomerRecord>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Every customer, the newest first. */
  all(): CustomerRecord[] {
    return [...this.#records.values()].reverse();
  }

  /** Throws a 404 for an unknown id. */
  find(id: string): CustomerRecord {
    return this.#records.get(id) ?? fail(notFound());
  }

  create(fields: CustomerFields): CustomerRecord {
    const createdAt = this.#world.timestamp();
    const record: CustomerRecord = {
      id: this.#world.id('cst'),
      createdAt,
      createdAtMs: this.#world.nowMs(),
      updatedAt: createdAt,
      status: 'active',
      signedAgreementAt: null,
      metadata: {},
      values: new Map(),
      given: new Set(),
      requested: new Set(requestedEndorsements(fields['endorsements'] as EndorsementName[] | undefined)),
      rulings: new Map(),
    };
    this.#apply(record, fields);
    this.#records.set(record.id, record);
    return record;
  }

  update(id: string, fields: CustomerFields): CustomerRecord {
    const record = this.find(id);
    refuseWithdrawal(record, fields);
    const asked = fields['endorsements'] as EndorsementName[] | undefined;
    for (const name of asked === undefined ? [] : requestedEndorsements(asked)) {
      record.requested.add(name);
      if (asked?.includes(name)) record.rulings.delete(name);
    }
    this.#apply(record, fields);
    record.updatedAt = this.#world.timestamp();
    return record;
  }

  /** The record stays; a second time changes nothing. */
  delete(id: string): CustomerRecord {
    const record = this.find(id);
    if (record.status === 'active') record.updatedAt = this.#world.timestamp();
    record.status = 'inactive';
    return record;
  }

  #apply(record: CustomerRecord, fields: CustomerFields): void {
    for (const [name, value] of Object.entries(fields)) if (hasContent(value)) record.given.add(name);
    for (const name of readableFields) if (fields[name] !== undefined) record.values.set(name, fields[name]);
    if (fields['signedAgreement'] === true) record.signedAgreementAt ??= this.#world.timestamp();
    if (fields['metadata'] === undefined) return;
    record.metadata = fields['metadata'];
    const scenario = String((fields['metadata'] as CustomerFields)['omsSandbox']);
    const ruling = Object.hasOwn(scenarios, scenario) ? scenarios[scenario] : undefined;
    if (ruling !== undefined) for (const name of record.requested) record.rulings.set(name, ruling);
  }
}

function hasContent(value: unknown): boolean {
  return (
    value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0)
  );
}

function refuseWithdrawal({ signedAgreementAt }: CustomerRecord, fields: CustomerFields): void {
  if (signedAgreementAt === null || fields['signedAgreement'] !== false) return;
  const message = 'An agreement that was signed cannot be taken back.';
  throw new ApiProblem(422, 'validation_failed', 'The request body is not valid.', [
    { location: 'body.signedAgreement', code: 'one-way', message },
  ]);
}

function fail(problem: Error): never {
  throw problem;
}
