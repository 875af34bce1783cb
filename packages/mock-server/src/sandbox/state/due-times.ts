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
