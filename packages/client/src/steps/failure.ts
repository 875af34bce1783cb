import { isRetryableResponse, outcomeOfStatus } from '../errors/api-error.js';
import type { Outcome } from '../errors/attempt.js';
import type { CallError } from '../errors/call-error.js';
import { isError, type ReceivedResponse } from '../request/pipeline.js';
import { retryAfterMs } from './retry-after.js';

/** How one attempt ended. */
export type Result = { readonly response: ReceivedResponse } | { readonly error: unknown };

/** A failed attempt, as far as the decision about another one needs it. */
export interface Failure {
  readonly status: number | undefined;
  readonly error: string | undefined;
  readonly outcome: Outcome;
  readonly requestId: string | undefined;
  readonly isRetryable: boolean;
  /** What the server asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
}

/** The failure in a result; `undefined` for a success. An error must be a `CallError`. */
export function failureOf(result: Result): Failure | undefined {
  if ('response' in result) return isError(result.response) ? failedResponse(result.response) : undefined;
  const { name, status, outcome, requestId, isRetryable } = result.error as CallError & { status?: number };
  return { status, error: name, outcome, requestId, isRetryable, retryAfterMs: undefined };
}

function failedResponse({ response, requestId }: ReceivedResponse): Failure {
  const { status, headers } = response;
  return {
    status,
    error: undefined,
    outcome: outcomeOfStatus(status),
    requestId,
    isRetryable: isRetryableResponse(response),
    retryAfterMs: retryAfterMs(headers),
  };
}
