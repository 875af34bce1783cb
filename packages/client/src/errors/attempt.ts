/**
 * What is known of the effect of a call that failed.
 *
 * `not_sent`: nothing reached the API. `rejected`: the API refused it and did nothing. `unknown`: the API may have acted
 * on it; repeat a write only with the same idempotency key.
 */
export type Outcome = 'not_sent' | 'rejected' | 'unknown';

/** One attempt of a call that failed. */
export interface Attempt {
  /** Status of the response; `undefined` when none came. */
  readonly status: number | undefined;
  /** Name of the error that ended the attempt, such as `TimeoutError`; `undefined` when a response did. */
  readonly error: string | undefined;
  readonly outcome: Outcome;
  /** Id of the request as the API gave it. */
  readonly requestId: string | undefined;
  /** Wait before the next attempt, in milliseconds; `undefined` when there was none. */
  readonly delayMs: number | undefined;
}

/** The outcome of a call from those of its attempts: one whose effect is unknown makes the whole unknown. */
export function outcomeOf(attempts: readonly Pick<Attempt, 'outcome'>[]): Outcome {
  const outcomes = attempts.map(({ outcome }) => outcome);
  if (outcomes.includes('unknown')) return 'unknown';
  return outcomes.includes('rejected') ? 'rejected' : 'not_sent';
}
