import type { Dialect } from '../dialect.js';
import { type Clock, DueTimes } from '../state/clock.js';
import type { Ids } from '../state/ids.js';
import { OrderedKeys, type Table, type Tables } from '../state/tables.js';
import { notFound } from './api-problem.js';
import {
  activeEndorsements,
  type CustomerFields,
  type CustomerRecord,
  changedEndorsements,
  newCustomer,
  withFields,
} from './customer-record.js';
import {
  changesAfter,
  type EndorsementName,
  type EndorsementNews,
  type Outcome,
  requestedEndorsements,
  sinceNow,
  withStep,
} from './endorsements.js';
import { reviewsAfter } from './evaluation.js';
import type { Scenarios } from './scenarios.js';

interface CustomersState {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly tables: Tables;
  readonly scenarios: Scenarios;
  /** How to read the API at the moment. */
  readonly dialect: Dialect;
}

/** The customers and their rules. */
export class Customers {
  readonly #state: CustomersState;
  readonly #records: Table<CustomerRecord>;
  readonly #checkMs: number;
  readonly #news: EndorsementNews;
  /** Ids of the customers whose endorsements will stand differently. */
  readonly #due = new DueTimes();
  readonly #order = new OrderedKeys();

  /** An outcome falls due `checkMs` after the write that made it possible. */
  constructor(state: CustomersState, checkMs: number, news: EndorsementNews) {
    this.#state = state;
    this.#checkMs = checkMs;
    this.#news = news;
    this.#records = state.tables.table('customer');
    state.tables.derive(() => {
      this.#due.clear();
      this.#order.clear();
      for (const record of this.#records.rows()) this.#index(record);
    });
  }

  /** The customers with a lower ordinal, or all of them; the newest first. */
  *below(ordinal = Number.POSITIVE_INFINITY): IterableIterator<CustomerRecord> {
    for (const id of this.#order.below(ordinal)) yield this.find(id);
  }

  /** Throws a 404 for an unknown id. */
  find(id: string): CustomerRecord {
    const record = this.#records.get(id);
    if (record === undefined) throw notFound('customer');
    return record;
  }

  create(fields: CustomerFields): CustomerRecord {
    const brought = requestedEndorsements(fields['endorsements'] as EndorsementName[] | undefined);
    return this.#keep(this.#evaluated(this.#newRecord(), fields, brought));
  }

  update(id: string, fields: CustomerFields): CustomerRecord {
    const brought = requestedEndorsements((fields['endorsements'] ?? []) as EndorsementName[]);
    return this.#keep(this.#evaluated(this.find(id), fields, brought));
  }

  /** Puts in a customer whose checks are over. No event says so. */
  add(fields: CustomerFields): CustomerRecord {
    const brought = requestedEndorsements(fields['endorsements'] as EndorsementName[] | undefined);
    return this.#keepQuietly(this.#evaluated(this.#newRecord(), fields, brought, 0));
  }

  /** The record stays; a second time changes nothing. */
  delete(id: string): CustomerRecord {
    const record = this.find(id);
    if (record.status === 'inactive') return record;
    const deleted = { ...record, status: 'inactive', updatedAt: this.#state.clock.timestamp() } as const;
    return this.#records.set(id, deleted);
  }

  /** Decides on an endorsement, requested or not, when this time has passed. */
  decide(id: string, name: EndorsementName, outcome: Outcome, afterMs: number): void {
    this.#keep(this.#decided(id, name, outcome, afterMs));
  }

  /** Decides, and has no event report what holds from now on. */
  decideQuietly(id: string, name: EndorsementName, outcome: Outcome, afterMs: number): void {
    this.#keepQuietly(this.#decided(id, name, outcome, afterMs));
  }

  /** Counts an event about a customer; returns how many there were. */
  countEvent(id: string): number {
    const record = this.find(id);
    return this.#records.set(id, { ...record, eventCount: record.eventCount + 1 }).eventCount;
  }

  /** When the next outcome is due, or earlier; infinite when none waits. */
  get nextDueMs(): number {
    return this.#due.nextMs;
  }

  /** Reports what was granted by outcomes that have fallen due, in the order of time. */
  reportDue(): void {
    for (const { dueMs, key } of this.#due.take(this.#state.clock.nowMs())) {
      this.#records.touch(key);
      const record = this.find(key);
      this.#report(record, record, dueMs);
    }
  }

  #evaluated(
    record: CustomerRecord,
    fields: CustomerFields,
    brought: EndorsementName[],
    checkMs = this.#checkMs,
  ): CustomerRecord {
    const after = withFields(record, fields, this.#state.clock.timestamp());
    const write = { before: record, after, fields, brought };
    let { scenarioId } = after;
    const { scenarios } = this.#state;
    const ruled = () => {
      if (scenarios.rules.size === 0) return undefined;
      scenarioId = scenarios.idFor(after);
      return scenarios.scenario(scenarioId);
    };
    const reviews = reviewsAfter(write, ruled, this.#state.clock.nowMs(), checkMs);
    return { ...after, reviews, ...(scenarioId !== undefined && { scenarioId }) };
  }

  #decided(id: string, name: EndorsementName, outcome: Outcome, afterMs: number): CustomerRecord {
    const record = this.find(id);
    const nowMs = this.#state.clock.nowMs();
    const step = { fromMs: nowMs + afterMs, standing: outcome };
    const review = withStep(sinceNow(record.reviews[name], nowMs), step);
    return { ...record, reviews: { ...record.reviews, [name]: review } };
  }

  #keep(record: CustomerRecord): CustomerRecord {
    const before = this.#records.get(record.id);
    const kept = this.#kept({ ...record, reportedMs: this.#state.clock.nowMs() });
    return this.#report(before, kept, kept.reportedMs);
  }

  #keepQuietly(record: CustomerRecord): CustomerRecord {
    const reportedMs = this.#state.clock.nowMs();
    const reportedActive = activeEndorsements(record, reportedMs);
    return this.#kept({ ...record, reportedActive, reportedMs });
  }

  #kept(record: CustomerRecord): CustomerRecord {
    this.#index(record);
    return this.#records.set(record.id, record);
  }

  #index({ id, ordinal, reviews, reportedMs }: CustomerRecord): void {
    this.#order.add(id, ordinal);
    const changes = Object.values(reviews).flatMap((review) => changesAfter(review, reportedMs));
    for (const dueMs of new Set(changes)) this.#due.add(dueMs, id);
  }

  /** Reports what is active at a moment and was not at the last report, or all that has changed since. */
  #report(before: CustomerRecord | undefined, record: CustomerRecord, ms: number): CustomerRecord {
    const active = activeEndorsements(record, ms);
    if (this.#state.dialect.events === 'v0.11') {
      const changed = changedEndorsements(before, record, ms);
      if (changed.length === 0) return record;
      this.#records.set(record.id, { ...record, reportedActive: active, reportedMs: ms });
      this.#news.changed(record, changed);
      return this.find(record.id);
    }
    const isGrant = active.some((name) => !record.reportedActive.includes(name));
    if (!isGrant && active.length === record.reportedActive.length) return record;
    const eventCount = record.eventCount + (isGrant ? 1 : 0);
    const reported = { ...record, reportedActive: active, reportedMs: ms, eventCount };
    this.#records.set(record.id, reported);
    if (isGrant) this.#news.granted(reported, active);
    return reported;
  }

  #newRecord(): CustomerRecord {
    const { ids, clock } = this.#state;
    return newCustomer(ids.id('cst'), ids.ordinal(), clock.nowMs());
  }
}
