import type { Delivery, DeliveryRecord } from './delivery.js';
import { deliveryView } from './delivery.js';
import type { Ledger } from './ledger.js';
import type { Table } from './table.js';

/** More deliveries than this are not remembered; those that are done go first. */
const mostRemembered = 10_000;

/** The deliveries there were, and those still to be made. */
export class DeliveryQueue {
  readonly #deliveries: Table<DeliveryRecord>;
  readonly #pendingIds = new Set<string>();
  #nextDueMs = Number.NEGATIVE_INFINITY;

  constructor(ledger: Ledger) {
    this.#deliveries = ledger.table('delivery');
    for (const { id, state } of this.#deliveries.rows()) if (state === 'pending') this.#pendingIds.add(id);
  }

  /** Every delivery that is remembered, the oldest first. */
  list(): Delivery[] {
    return [...this.#deliveries.rows()].map(deliveryView);
  }

  get(id: string): DeliveryRecord | undefined {
    return this.#deliveries.get(id);
  }

  /** When the next delivery is due, or earlier; infinite when none waits. */
  get nextDueMs(): number {
    return this.#pendingIds.size === 0 ? Number.POSITIVE_INFINITY : this.#nextDueMs;
  }

  /** Those that are due, in the order of sending. */
  due(nowMs: number): DeliveryRecord[] {
    const pending = this.#pending();
    this.#nextDueMs = pending.reduce((next, { dueMs }) => Math.min(next, dueMs), Number.POSITIVE_INFINITY);
    return pending.filter(({ dueMs }) => dueMs <= nowMs).sort((one, other) => one.turn - other.turn);
  }

  /** The delivery to an endpoint that waits to be overtaken. */
  heldFor(endpointId: string): DeliveryRecord | undefined {
    return this.#pending().find(
      (record) => record.isHeld && record.endpointId === endpointId && record.attempts.length === 0,
    );
  }

  /** Takes a delivery, new or in place of what it was. */
  keep(record: DeliveryRecord): void {
    this.#deliveries.set(record.id, record);
    if (record.state === 'pending') this.#pendingIds.add(record.id);
    else this.#pendingIds.delete(record.id);
    this.#nextDueMs = Math.min(this.#nextDueMs, record.dueMs);
    this.#forgetOld();
  }

  #pending(): DeliveryRecord[] {
    return [...this.#pendingIds].flatMap((id) => this.#deliveries.get(id) ?? []);
  }

  #forgetOld(): void {
    for (const { id, state } of this.#deliveries.rows()) {
      if (this.#deliveries.size <= mostRemembered) return;
      if (state !== 'pending') this.#deliveries.delete(id);
    }
  }
}
