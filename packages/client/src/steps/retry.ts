import { ApiError } from '../errors/api-error.js';
import { type Attempt, CallError } from '../errors/call-error.js';
import {
  isError,
  passesThrough,
  type ReceivedResponse,
  type RequestRecord,
  type Step,
} from '../request/pipeline.js';
import { sleep } from '../request/within-time.js';
import { apiErrorOf } from './status.js';

/** What the step needs. */
export interface RetryOptions {
  /** Shared by all calls of a client. */
  readonly budget: RetryBudget;
  /** A number from 0 up to 1. */
  readonly random: () => number;
}

/** A failed attempt. */
interface Failure {
  readonly error: CallError;
  /** The response of which the error was made here, when `status` is not part of the pipeline. */
  readonly received?: ReceivedResponse;
}

/**
 * Retries an attempt that failed in a way that may pass, after the wait the server asks for or a growing one. It
 * stops when the retries, the deadline or the budget of the client are used up, and ends with the last failure and the
 * history of all attempts.
 */
export function retry({ budget, random }: RetryOptions): Step {
  return (next) => async (request) => {
    const attempts: Attempt[] = [];
    for (let failure: Failure | undefined; ; ) {
      const retries = attempts.length;
      try {
        const received = await next(retries === 0 ? request : { ...request, attempt: retries + 1 });
        if (!isError(received)) {
          budget.refund(retries);
          return withHistory(received, attempts);
        }
        failure = { error: apiErrorOf(received), received };
      } catch (error) {
        if (passesThrough(error, request)) throw error;
        if (!isOfThisCall(error)) {
          // It must not hide an earlier attempt that may have been carried out.
          if (failure !== undefined) return conclude(failure, attempts);
          throw error;
        }
        failure = { error };
      }

      const delayMs = delayBeforeRetry(failure.error, request, retries, random);
      const isAffordable = delayMs !== undefined && budget.spend();
      attempts.push(attemptOf(failure.error, isAffordable ? delayMs : undefined));
      if (!isAffordable) return conclude(failure, attempts);
      await sleep(delayMs, request.limits.signal);
    }
  };
}

/** An error of the caller's code is not, nor one with a history: that of a token exchange, which was retried by itself. */
function isOfThisCall(error: unknown): error is CallError {
  return error instanceof CallError && error.attempts.length === 0;
}

function conclude({ error, received }: Failure, attempts: readonly Attempt[]): ReceivedResponse {
  if (received !== undefined) return withHistory(received, attempts);
  throw error.addHistory(attempts);
}

function withHistory(received: ReceivedResponse, attempts: readonly Attempt[]): ReceivedResponse {
  return attempts.length === 0 ? received : { ...received, attempts };
}

function attemptOf(error: CallError, delayMs: number | undefined): Attempt {
  const { name, outcome, requestId } = error;
  const { status } = error as { status?: number };
  return { status, error: error instanceof ApiError ? undefined : name, outcome, requestId, delayMs };
}

/** The longest wait a server may ask for; beyond it the call fails at once and says how long. */
const longestRetryAfterMs = 60_000;

/** The wait before another attempt; `undefined` when there is to be none. */
function delayBeforeRetry(
  error: CallError,
  { method, limits }: RequestRecord,
  retries: number,
  random: () => number,
): number | undefined {
  const asked = error instanceof ApiError ? error.retryAfterMs : undefined;
  if (!error.isRetryable || retries >= limits.maxRetries) return undefined;
  if (method === 'PATCH' && !wasNotCarriedOut(error)) return undefined;
  const delayMs = asked ?? backoffMs(retries, random);
  if (delayMs > longestRetryAfterMs || performance.now() + delayMs >= limits.deadlineAt) return undefined;
  return delayMs;
}

/** A PATCH has no idempotency key: it is retried only when it certainly was not carried out. */
function wasNotCarriedOut(error: CallError): boolean {
  if (error.outcome === 'not_sent') return true;
  const isDeferral = error instanceof ApiError && (error.status === 429 || error.status === 503);
  return isDeferral && error.retryAfterMs !== undefined;
}

const firstDelayMs = 500;
const longestDelayMs = 8_000;
const jitter = 0.25;

/**
 * The wait before retry number `retry`, counted from 0, in milliseconds: half a second, doubled each time, at most 8
 * seconds, less up to a quarter at random, so that calls that failed together do not come back together.
 */
function backoffMs(retry: number, random: () => number): number {
  return Math.min(longestDelayMs, firstDelayMs * 2 ** retry) * (1 - jitter * random());
}

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

  /** A call succeeded: restores what its last retry cost, or a little when it needed none. */
  refund(retries: number): void {
    this.#tokens = Math.min(capacity, this.#tokens + (retries > 0 ? costOfRetry : gainOfSuccess));
  }
}
