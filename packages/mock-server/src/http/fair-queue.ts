/**
 * Lets one request after the other be worked on, each in a turn of the event loop of its own. Node takes one new
 * connection a turn: a turn that works on a hundred requests would keep new clients waiting for seconds.
 */
export class FairQueue {
  readonly #waiting: (() => void)[] = [];

  /** Resolves when it is one's turn. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#waiting.length === 1) setImmediate(() => this.#give());
    });
  }

  #give(): void {
    this.#waiting[0]?.();
    this.#waiting.shift();
    if (this.#waiting.length > 0) setImmediate(() => this.#give());
  }
}
