const capacity = 500;
const costOfRetry = 5;
const gainOfSuccess = 1;

/**
 * What all calls of one client may spend on retries, so that a lasting outage is not met with a storm: 100 retries at
 * first, and after that no more than successes pay for.
 */
export class RetryBudget {
  #tokens = capacity;

  /** Pays for one retry; false when there is not enough left. */
  spend(): boolean {
    if (this.#tokens < costOfRetry) return false;
    this.#tokens -= costOfRetry;
    return true;
  }

  /** A call succeeded: gives back what its last retry cost, or a little when it needed none. */
  refund(retries: number): void {
    this.#tokens = Math.min(capacity, this.#tokens + (retries > 0 ? costOfRetry : gainOfSuccess));
  }
}
