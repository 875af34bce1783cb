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

/** Ends a request that was waiting when its server was reset or closed: nobody is to meet it in the state that follows. */
export class RequestDropped extends Error {
  override readonly name = 'RequestDropped';
}

/** The requests that an injected latency holds back. */
export class WaitingRequests {
  readonly #drops = new Set<() => void>();

  /** Resolves when so many milliseconds are over; rejects with RequestDropped when that is cut short. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const drop = () => {
        clearTimeout(timer);
        reject(new RequestDropped());
      };
      const timer = setTimeout(() => {
        this.#drops.delete(drop);
        resolve();
      }, ms);
      this.#drops.add(drop);
    });
  }

  /** Drops them all. */
  drop(): void {
    for (const drop of this.#drops) drop();
    this.#drops.clear();
  }
}
