import { refuseUnknownName } from '../unknown-name.js';
import type { Ledger } from './ledger.js';
import type { Table } from './table.js';

/** How deliveries go out, beyond what a well-behaved network does. */
export interface WebhookHabits {
  /**
   * How many times each delivery is sent under the same id, although it was acknowledged; at least 1.
   * @default 1
   */
  readonly copies?: number;
  /**
   * Lets every second event overtake the one before it. A first one that none overtakes goes out a second late.
   * @default false
   */
  readonly isReordered?: boolean;
}

const everyEndpoint = '';

/** Names of the habits there are. */
export const habitNames: readonly (keyof WebhookHabits)[] = ['copies', 'isReordered'];

/** The habits of all endpoints and of single ones. */
export class DeliveryHabits {
  readonly #general: WebhookHabits;
  readonly #habits: Table<WebhookHabits>;

  constructor(general: WebhookHabits, ledger: Ledger) {
    this.#general = general;
    this.#habits = ledger.table('webhookHabits');
  }

  /** How an endpoint gets its deliveries: its own habits, then those set for all. */
  of(endpointId: string): Required<WebhookHabits> {
    const plain = { copies: 1, isReordered: false };
    return {
      ...plain,
      ...this.#general,
      ...this.#habits.get(everyEndpoint),
      ...this.#habits.get(endpointId),
    };
  }

  /** Sets the habits of an endpoint, or of all without one. Throws as {@link checkedHabits} does. */
  set(habits: WebhookHabits, endpointId = everyEndpoint): void {
    this.#habits.set(endpointId, checkedHabits(habits));
  }
}

/** The habits themselves. Throws TypeError for one that is unknown or of the wrong kind, RangeError for copies out of range. */
export function checkedHabits(habits: WebhookHabits): WebhookHabits {
  refuseUnknownName(habits, habitNames, 'a webhook setting');
  const { copies = 1, isReordered = false } = habits;
  if (typeof isReordered !== 'boolean') throw new TypeError('isReordered must be true or false');
  if (Number.isInteger(copies) && copies >= 1 && copies <= 100) return habits;
  throw new RangeError('copies must be a whole number from 1 to 100');
}
