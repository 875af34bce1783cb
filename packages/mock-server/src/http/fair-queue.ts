import { scheduler } from 'node:timers/promises';

/**
 * Lets requests proceed one by one, each in its own turn of the event loop. Node takes one new
 * connection a turn: a turn that works on a hundred requests would keep new clients waiting for seconds.
 */
export class FairQueue {
  readonly #waiting: (() => void)[] = [];

  /** Resolves when it is the caller's turn. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#waiting.length === 1) this.#proceedNextTurn();
    });
  }

  #proceed(): void {
    this.#waiting[0]?.();
    this.#waiting.shift();
    if (this.#waiting.length > 0) this.#proceedNextTurn();
  }

  #proceedNextTurn(): void {
    scheduler.yield().then(() => this.#proceed());
  }
}
