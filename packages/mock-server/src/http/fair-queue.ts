import { scheduler } from 'node:timers/promises';

/** A turn of the event loop costs a third of a request, and a new client notices no four requests before it. */
const mostATurn = 4;

/**
 * Lets requests proceed in their order, a few in each turn of the event loop. Node takes one new
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
    for (const proceed of this.#waiting.splice(0, mostATurn)) proceed();
    if (this.#waiting.length > 0) this.#proceedNextTurn();
  }

  #proceedNextTurn(): void {
    scheduler.yield().then(() => this.#proceed());
  }
}
