import type { Table, Tables } from '../state/tables.js';

/** An event on its way to one endpoint. */
export interface Delivery {
  readonly id: string;
  readonly endpointId: string;
  readonly event: string;
  /** `pending` until it was acknowledged as often as it is to be sent, the attempts are used up, or the endpoint is gone. */
  readonly state: 'pending' | 'delivered' | 'failed';
  /** Status of each attempt, 0 when no response came. */
  readonly attempts: readonly number[];
}

/** A delivery as the sandbox keeps one. */
export interface DeliveryRecord extends Delivery {
  readonly body: string;
  readonly dueMs: number;
  /** Its place in the order of sending. */
  readonly turn: number;
  /** Waits to be overtaken. */
  readonly isHeld: boolean;
  /** How often it is to be acknowledged. */
  readonly copies: number;
}

/** Waits after the first failure, the second and so on, in seconds: ten tries over about three days. */
const waits = [10, 60, 300, 1800, 3600, 10_800, 28_800, 86_400, 129_600];

/** A delivery as it is shown. */
function deliveryView({ id, endpointId, event, state, attempts }: DeliveryRecord): Delivery {
  return { id, endpointId, event, state, attempts: [...attempts] };
}

/** A delivery after one more attempt: done, given up, or due again. */
export function withAttempt(record: DeliveryRecord, status: number, nowMs: number): DeliveryRecord {
  const attempts = [...record.attempts, status];
  const acknowledged = attempts.filter(isAcknowledgement).length;
  if (isAcknowledgement(status)) {
    return acknowledged < record.copies
      ? { ...record, attempts, dueMs: nowMs }
      : { ...record, attempts, state: 'delivered' };
  }
  const wait = waits[attempts.length - acknowledged - 1];
  if (status === 410 || wait === undefined) return { ...record, attempts, state: 'failed' };
  return { ...record, attempts, dueMs: nowMs + wait * 1000 };
}

/** A delivery that is to be sent once more, whatever became of it. */
export function sentAgain(record: DeliveryRecord, nowMs: number): DeliveryRecord {
  const acknowledged = record.attempts.filter(isAcknowledgement).length;
  const copies = record.state === 'pending' ? record.copies + 1 : acknowledged + 1;
  return { ...record, state: 'pending', isHeld: false, dueMs: nowMs, copies };
}

/** Whether a status says that a delivery arrived. */
export function isAcknowledgement(status: number): boolean {
  return status >= 200 && status < 300;
}

/** How long an event waits to be overtaken. */
const heldMs = 1000;

/** More deliveries than this are not remembered; those that are done go first. */
const mostRemembered = 10_000;

/** The deliveries there were, and those still to be made. */
export class DeliveryQueue {
  readonly #deliveries: Table<DeliveryRecord>;
  readonly #pendingIds = new Set<string>();
  #nextDueMs = Number.NEGATIVE_INFINITY;

  constructor(tables: Tables) {
    this.#deliveries = tables.table('delivery');
    tables.derive(() => {
      this.#pendingIds.clear();
      for (const { id, state } of this.#deliveries.rows()) if (state === 'pending') this.#pendingIds.add(id);
    });
  }

  /** Every delivery that is remembered, the oldest first. */
  list(): Delivery[] {
    return [...this.#deliveries.rows()].map(deliveryView);
  }

  /** Those whose event names an id, the oldest first. */
  about(id: string): Delivery[] {
    const named = JSON.stringify(id);
    return [...this.#deliveries.rows()].filter(({ body }) => body.includes(named)).map(deliveryView);
  }

  get(id: string): DeliveryRecord | undefined {
    return this.#deliveries.get(id);
  }

  /** When the next delivery is due; infinite when none waits. */
  get earliestDueMs(): number {
    return this.#pending().reduce((next, { dueMs }) => Math.min(next, dueMs), Number.POSITIVE_INFINITY);
  }

  /** When the next delivery is due, or earlier; infinite when none waits. */
  get nextDueMs(): number {
    return this.#pendingIds.size === 0 ? Number.POSITIVE_INFINITY : this.#nextDueMs;
  }

  /** Those that are due, in the order of sending. */
  due(nowMs: number): DeliveryRecord[] {
    const pending = this.#pending();
    this.#nextDueMs = this.earliestDueMs;
    return pending.filter(({ dueMs }) => dueMs <= nowMs).sort((one, other) => one.turn - other.turn);
  }

  /** Adds a new delivery; with `reorder` it waits to be overtaken, or overtakes the one that waits. */
  add(record: DeliveryRecord, reorder: boolean): void {
    const { endpointId, state, dueMs, turn } = record;
    const mayWait = reorder && state === 'pending';
    const held = mayWait ? this.#heldFor(endpointId) : undefined;
    if (held !== undefined) {
      this.keep({ ...held, isHeld: false, dueMs, turn });
      this.keep({ ...record, turn: held.turn });
    } else this.keep(mayWait ? { ...record, isHeld: true, dueMs: dueMs + heldMs } : record);
  }

  /** Makes those due that wait to be overtaken. */
  releaseHeld(nowMs: number): void {
    for (const record of this.#pending())
      if (record.isHeld) this.keep({ ...record, isHeld: false, dueMs: Math.min(record.dueMs, nowMs) });
  }

  /** Takes a delivery, new or in place of what it was. */
  keep(record: DeliveryRecord): void {
    this.#deliveries.set(record.id, record);
    if (record.state === 'pending') this.#pendingIds.add(record.id);
    else this.#pendingIds.delete(record.id);
    this.#nextDueMs = Math.min(this.#nextDueMs, record.dueMs);
    this.#forgetOld();
  }

  #heldFor(endpointId: string): DeliveryRecord | undefined {
    return this.#pending().find(
      (record) => record.isHeld && record.endpointId === endpointId && record.attempts.length === 0,
    );
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
