import type { Clock } from '../state/clock.js';
import type { Ids } from '../state/ids.js';
import type { Table, Tables } from '../state/tables.js';
import { notFound } from './api-problem.js';
import { type CustomerFields, type CustomerRecord, withFields } from './customer-record.js';
import { type EndorsementName, type Outcome, requestedEndorsements } from './endorsements.js';
import type { ScheduledDecision, ScheduledDecisions } from './review-decisions.js';
import { type Scenario, scenarioIn } from './scenarios.js';

/** The customers and their rules. */
export class Customers {
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #scheduled: ScheduledDecisions;
  readonly #records: Table<CustomerRecord>;

  constructor(
    { clock, ids, tables }: { readonly clock: Clock; readonly ids: Ids; readonly tables: Tables },
    scheduled: ScheduledDecisions,
  ) {
    this.#clock = clock;
    this.#ids = ids;
    this.#scheduled = scheduled;
    this.#records = tables.table('customer');
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
    return this.#keep(this.#underScenario({ ...this.#withFields(record, fields), requested }, scenario));
  }

  update(id: string, fields: CustomerFields): CustomerRecord {
    const scenario = scenarioIn(fields);
    const record = this.#withFields(this.find(id), fields);
    const asked = fields['endorsements'] as EndorsementName[] | undefined;
    const added = asked === undefined ? [] : requestedEndorsements(asked);
    const requested = [...new Set([...record.requested, ...added])];
    return this.#keep(this.#underScenario(this.#reopened({ ...record, requested }, asked ?? []), scenario));
  }

  /** The record stays; a second time changes nothing. */
  delete(id: string): CustomerRecord {
    const record = this.find(id);
    if (record.status === 'inactive') return record;
    return this.#keep({ ...record, status: 'inactive', updatedAt: this.#clock.timestamp() });
  }

  /** Decides on an endorsement, requested or not. */
  decide(id: string, name: EndorsementName, outcome: Outcome): CustomerRecord {
    const record = this.find(id);
    this.#scheduled.cancel(id, name);
    const requested = [...new Set([...record.requested, name])];
    return this.#keep({ ...record, requested, decisions: { ...record.decisions, [name]: outcome } });
  }

  /** Decides as it was scheduled before. */
  carryOut({ customerId, name, outcome }: ScheduledDecision): CustomerRecord {
    if (outcome !== null) return this.decide(customerId, name, outcome);
    return this.#keep(this.#reopened(this.find(customerId), [name]));
  }

  /** Counts an event; returns its number among those about the customer. */
  countEvent(id: string): number {
    const record = this.find(id);
    return this.#keep({ ...record, eventCount: record.eventCount + 1 }).eventCount;
  }

  /** Without any decision, made or scheduled, on these endorsements. */
  #reopened(record: CustomerRecord, names: readonly EndorsementName[]): CustomerRecord {
    const decisions = { ...record.decisions };
    for (const name of names) {
      this.#scheduled.cancel(record.id, name);
      delete decisions[name];
    }
    return { ...record, decisions };
  }

  #underScenario(record: CustomerRecord, scenario: Scenario | undefined): CustomerRecord {
    if (scenario === undefined) return record;
    const { outcome, endsAfterMs } = scenario;
    const reopened = this.#reopened(record, record.requested);
    if (endsAfterMs !== undefined) {
      for (const name of record.requested) this.#scheduled.add(record.id, name, null, endsAfterMs);
    }
    return { ...reopened, decisions: Object.fromEntries(record.requested.map((name) => [name, outcome])) };
  }

  #withFields(record: CustomerRecord, fields: CustomerFields): CustomerRecord {
    return withFields(record, fields, this.#clock.timestamp());
  }

  #keep(record: CustomerRecord): CustomerRecord {
    return this.#records.set(record.id, record);
  }

  #newRecord(): CustomerRecord {
    const createdAt = this.#clock.timestamp();
    return {
      id: this.#ids.id('cst'),
      ordinal: this.#ids.ordinal(),
      createdAt,
      createdAtMs: this.#clock.nowMs(),
      updatedAt: createdAt,
      status: 'active',
      signedAgreementAt: null,
      metadata: {},
      values: {},
      given: [],
      requested: [],
      decisions: {},
      eventCount: 0,
    };
  }
}
