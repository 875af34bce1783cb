import { notFound } from './api-problem.js';
import { type CustomerFields, withFields } from './customer-fields.js';
import type { CustomerRecord } from './customer-record.js';
import type { Decision, Decisions } from './decisions.js';
import { type EndorsementName, type Ruling, requestedEndorsements } from './endorsements.js';
import type { Ledger } from './ledger.js';
import { type Scenario, scenarioIn } from './scenarios.js';
import type { Table } from './table.js';
import type { World } from './world.js';

/** The customers and their rules. */
export class Customers {
  readonly #world: World;
  readonly #decisions: Decisions;
  readonly #records: Table<CustomerRecord>;

  constructor(world: World, decisions: Decisions, ledger: Ledger) {
    this.#world = world;
    this.#decisions = decisions;
    this.#records = ledger.table('customer');
  }

  /** Every customer, the newest first. */
  all(): CustomerRecord[] {
    return [...this.#records.rows()].reverse();
  }

  /** Throws a 404 for an unknown id. */
  find(id: string): CustomerRecord {
    const record = this.#records.get(id);
    if (record === undefined) throw notFound('customer');
    return record;
  }

  create(fields: CustomerFields): CustomerRecord {
    const scenario = scenarioIn(fields);
    const record = this.#newRecord();
    const requested = requestedEndorsements(fields['endorsements'] as EndorsementName[] | undefined);
    return this.#keep(this.#staged({ ...this.#withFields(record, fields), requested }, scenario));
  }

  update(id: string, fields: CustomerFields): CustomerRecord {
    const scenario = scenarioIn(fields);
    const record = this.#withFields(this.find(id), fields);
    const asked = fields['endorsements'] as EndorsementName[] | undefined;
    const added = asked === undefined ? [] : requestedEndorsements(asked);
    const requested = [...new Set([...record.requested, ...added])];
    return this.#keep(this.#staged(this.#reopened({ ...record, requested }, asked ?? []), scenario));
  }

  /** The record stays; a second time changes nothing. */
  delete(id: string): CustomerRecord {
    const record = this.find(id);
    if (record.status === 'inactive') return record;
    return this.#keep({ ...record, status: 'inactive', updatedAt: this.#world.timestamp() });
  }

  /** Rules on an endorsement, asked for or not. */
  rule(id: string, name: EndorsementName, ruling: Ruling): CustomerRecord {
    const record = this.find(id);
    this.#decisions.cancel(id, name);
    const requested = [...new Set([...record.requested, name])];
    return this.#keep({ ...record, requested, rulings: { ...record.rulings, [name]: ruling } });
  }

  /** Rules as it was decided before. */
  carryOut({ customerId, name, ruling }: Decision): CustomerRecord {
    if (ruling !== null) return this.rule(customerId, name, ruling);
    return this.#keep(this.#reopened(this.find(customerId), [name]));
  }

  /** Counts an event; gives its number among those about the customer. */
  countEvent(id: string): number {
    const record = this.find(id);
    return this.#keep({ ...record, eventCount: record.eventCount + 1 }).eventCount;
  }

  /** Without any ruling, made or put off, on these endorsements. */
  #reopened(record: CustomerRecord, names: readonly EndorsementName[]): CustomerRecord {
    const rulings = { ...record.rulings };
    for (const name of names) {
      this.#decisions.cancel(record.id, name);
      delete rulings[name];
    }
    return { ...record, rulings };
  }

  #staged(record: CustomerRecord, scenario: Scenario | undefined): CustomerRecord {
    if (scenario === undefined) return record;
    const { ruling, endsAfterMs } = scenario;
    const reopened = this.#reopened(record, record.requested);
    if (endsAfterMs !== undefined) {
      for (const name of record.requested) this.#decisions.putOff(record.id, name, null, endsAfterMs);
    }
    return { ...reopened, rulings: Object.fromEntries(record.requested.map((name) => [name, ruling])) };
  }

  #withFields(record: CustomerRecord, fields: CustomerFields): CustomerRecord {
    return withFields(record, fields, this.#world.timestamp());
  }

  #keep(record: CustomerRecord): CustomerRecord {
    return this.#records.set(record.id, record);
  }

  #newRecord(): CustomerRecord {
    const createdAt = this.#world.timestamp();
    return {
      id: this.#world.id('cst'),
      ordinal: this.#world.ordinal(),
      createdAt,
      createdAtMs: this.#world.nowMs(),
      updatedAt: createdAt,
      status: 'active',
      signedAgreementAt: null,
      metadata: {},
      values: {},
      given: [],
      requested: [],
      rulings: {},
      eventCount: 0,
    };
  }
}
