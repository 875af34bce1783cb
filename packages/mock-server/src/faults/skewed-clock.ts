/** A clock that can be off. */
export class SkewedClock {
  readonly #base: () => number;
  readonly #standingMs: () => number;
  #duringMs: number | undefined;

  /** `standingMs` is how far the clock is ahead between requests. */
  constructor(base: () => number, standingMs: () => number) {
    this.#base = base;
    this.#standingMs = standingMs;
  }

  /** The present as the server has it, in milliseconds since 1970. */
  now(): number {
    return this.#base() + (this.#duringMs ?? this.#standingMs());
  }

  /** Runs `work` with the clock off by so much. What `work` does later, after a wait of its own, sees the standing clock. */
  whileSkewed<T>(skewMs: number, work: () => T): T {
    this.#duringMs = skewMs;
    try {
      return work();
    } finally {
      this.#duringMs = undefined;
    }
  }
}
