import { MisuseError } from '../../option-check.js';
import type { Table, Tables } from './tables.js';

/** The clock of a sandbox: the one it was given, and how far it was advanced. */
export class Clock {
  readonly #now: () => number;
  readonly #numbers: Table<number>;

  constructor(now: () => number, tables: Tables) {
    this.#now = now;
    this.#numbers = tables.table('clock');
  }

  /** How far it was advanced. */
  get aheadMs(): number {
    return this.#numbers.get('aheadMs') ?? 0;
  }

  /** The present, in milliseconds since 1970. */
  nowMs(): number {
    return this.#now() + this.aheadMs;
  }

  /** The present in ISO 8601, UTC. */
  timestamp(): string {
    return new Date(this.nowMs()).toISOString();
  }

  /** Lets time pass. */
  advance(ms: number): void {
    this.#numbers.set('aheadMs', this.aheadMs + ms);
  }
}

/** About 30 years; more would lead beyond the dates that JavaScript knows. */
const longestMs = 1_000_000_000_000;

/** Whether it is a number of milliseconds from 0 to 10¹². */
export function isDuration(ms: unknown): ms is number {
  return typeof ms === 'number' && ms >= 0 && ms <= longestMs;
}

/** Throws MisuseError unless it is a number of milliseconds up to 10¹²; `name` is what the caller calls it. */
export function checkDuration(name: string, ms: unknown): asserts ms is number {
  if (isDuration(ms)) return;
  throw new MisuseError(`${name} must be a number of milliseconds from 0 to ${longestMs}`);
}

interface DueTime {
  readonly dueMs: number;
  readonly key: string;
}

/** What is due when, the earliest first. A key may be due several times, and its reason may be gone by then. */
export class DueTimes {
  readonly #times: DueTime[] = [];

  /** When the next one is due; infinite when none waits. */
  get nextMs(): number {
    return this.#times[0]?.dueMs ?? Number.POSITIVE_INFINITY;
  }

  add(dueMs: number, key: string): void {
    let index = this.#times.length;
    // Most are due later than all others.
    while (index > 0 && (this.#times[index - 1]?.dueMs ?? 0) > dueMs) index -= 1;
    this.#times.splice(index, 0, { dueMs, key });
  }

  /** Takes those that are due. */
  take(nowMs: number): readonly DueTime[] {
    if (this.nextMs > nowMs) return [];
    const count = this.#times.findIndex(({ dueMs }) => dueMs > nowMs);
    return this.#times.splice(0, count === -1 ? this.#times.length : count);
  }

  clear(): void {
    this.#times.length = 0;
  }
}
