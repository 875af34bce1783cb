/** More values than a body may have were made up. */
class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';
}

/** Random numbers that are used up: whoever makes up a value takes at least one. */
export class RandomBudget {
  #left: number;

  constructor(numbers: number) {
    this.#left = numbers;
  }

  /** Whether more was asked for than there was. */
  get isSpent(): boolean {
    return this.#left < 0;
  }

  /** Passes a source of random numbers on as long as there are any left; throws BudgetSpent afterwards. */
  limit(random: () => number): () => number {
    return () => {
      this.#left -= 1;
      if (this.isSpent) throw new BudgetSpent();
      return random();
    };
  }
}
