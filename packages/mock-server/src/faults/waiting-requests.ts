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
