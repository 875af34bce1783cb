import type { EndorsementName, Ruling } from './endorsements.js';
import type { Ledger } from './ledger.js';
import type { Table } from './table.js';
import type { World } from './world.js';

/** A ruling that is still to come. */
export interface Decision {
  readonly customerId: string;
  readonly name: EndorsementName;
  readonly dueMs: number;
  /** Null: from then on the fields decide. */
  readonly ruling: Ruling | null;
}

/** Rulings that are put off, at most one for each endorsement of a customer. */
export class Decisions {
  readonly #world: World;
  readonly #decisions: Table<Decision>;

  constructor(world: World, ledger: Ledger) {
    this.#world = world;
    this.#decisions = ledger.table('decision');
  }

  /** Puts a ruling off by so many milliseconds, in place of any other that waits. */
  putOff(customerId: string, name: EndorsementName, ruling: Ruling | null, ms: number): void {
    const dueMs = this.#world.nowMs() + ms;
    this.#decisions.set(`${customerId} ${name}`, { customerId, name, dueMs, ruling });
  }

  cancel(customerId: string, name: EndorsementName): void {
    this.#decisions.delete(`${customerId} ${name}`);
  }

  /** Takes those that are due, the earliest first. */
  takeDue(): Decision[] {
    if (this.#decisions.size === 0) return [];
    const due = [...this.#decisions.rows()].filter(({ dueMs }) => dueMs <= this.#world.nowMs());
    for (const { customerId, name } of due) this.cancel(customerId, name);
    return due.sort((one, other) => one.dueMs - other.dueMs);
  }

  /** When the next one is due; infinite when none waits. */
  nextDueMs(): number {
    let next = Number.POSITIVE_INFINITY;
    for (const { dueMs } of this.#decisions.rows()) next = Math.min(next, dueMs);
    return next;
  }
}
