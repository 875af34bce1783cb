import type { Attempt } from '../errors/attempt.js';
import { CallError, recordAttempts } from '../errors/call-error.js';
import {
  isAbort,
  type ReceivedResponse,
  type RequestRecord,
  type Send,
  type Step,
} from '../request/pipeline.js';
import { sleep } from '../request/sleep.js';
import { backoffMs } from './backoff.js';
import { type Failure, failureOf, type Result } from './failure.js';
import type { RetryBudget } from './retry-budget.js';

/** The longest wait a server may ask for; beyond it the call fails at once and says how long. */
const longestRetryAfterMs = 60_000;

/** What the step needs. */
export interface RetryOptions {
  /** Shared by all calls of a client. */
  readonly budget: RetryBudget;
  /** A number from 0 up to 1. */
  readonly random: () => number;
}

/**
 * Repeats an attempt that failed in a way that may pass, after the wait the server asks for or a growing one. It gives
 * up when the retries, the deadline or the budget of the client are used up, and hands on the last failure with the
 * history of all attempts.
 */
export function retry({ budget, random }: RetryOptions): Step {
  return (next) => async (request) => {
    const attempts: Attempt[] = [];
    for (let last: Result | undefined; ; ) {
      const retries = attempts.length;
      const result = await attempt(next, retries === 0 ? request : { ...request, attempt: retries + 1 });
      if (isForeign(result)) return conclude(last ?? result, attempts);
      const failure = failureOf(result);
      if (failure === undefined) {
        budget.refund(retries);
        return conclude(result, attempts);
      }

      const delayMs = delayBeforeRetry(failure, request, retries, random);
      const isAffordable = delayMs !== undefined && budget.spend();
      attempts.push(describe(failure, isAffordable ? delayMs : undefined));
      if (!isAffordable) return conclude(result, attempts);
      await sleep(delayMs, request.limits.signal);
      last = result;
    }
  };
}

/** An abort ends the call: its reason is the caller's own, even when it is the error of another call. */
async function attempt(next: Send, request: RequestRecord): Promise<Result> {
  try {
    return { response: await next(request) };
  } catch (error) {
    if (isAbort(error, request)) throw error;
    return { error };
  }
}

/**
 * A failure beside the request: that of the token exchange, which has a history of its own and was repeated already, or of
 * the caller's code. It must not hide an earlier attempt that may have been carried out.
 */
function isForeign(result: Result): boolean {
  if ('response' in result) return false;
  const { error } = result;
  return !(error instanceof CallError) || error.attempts.length > 0;
}

function conclude(result: Result, attempts: readonly Attempt[]): ReceivedResponse {
  const isFirst = attempts.length === 0;
  if ('response' in result) return isFirst ? result.response : { ...result.response, attempts };
  const { error } = result;
  throw error instanceof CallError && !isFirst ? recordAttempts(error, attempts) : error;
}

/** The wait before another attempt; `undefined` when there is to be none. */
function delayBeforeRetry(
  failure: Failure,
  request: RequestRecord,
  retries: number,
  random: () => number,
): number | undefined {
  const { maxRetries, deadlineAt } = request.limits;
  if (retries >= maxRetries || !isWorthRepeating(failure, request)) return undefined;
  const delayMs = failure.retryAfterMs ?? backoffMs(retries, random);
  if (delayMs > longestRetryAfterMs || performance.now() + delayMs >= deadlineAt) return undefined;
  return delayMs;
}

/** A PATCH has no idempotency key: it is repeated only when it was not carried out for certain. */
function isWorthRepeating(
  { isRetryable, outcome, status, retryAfterMs }: Failure,
  { method }: RequestRecord,
): boolean {
  if (!isRetryable || method !== 'PATCH') return isRetryable;
  const isDeferred = (status === 429 || status === 503) && retryAfterMs !== undefined;
  return outcome === 'not_sent' || isDeferred;
}

function describe({ status, error, outcome, requestId }: Failure, delayMs: number | undefined): Attempt {
  return { status, error, outcome, requestId, delayMs };
}
