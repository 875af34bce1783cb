import { isRetryableStatus, outcomeOfStatus } from '../errors/api-error.js';
import type { Outcome } from '../errors/attempt.js';
import { CallError } from '../errors/call-error.js';
import { retryAfterMs } from './retry-after.js';
import { isError, type ReceivedResponse } from './send.js';

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

/** The failure in a result; `undefined` for a success and for what is not a failed attempt, such as an abort. */
export function failureOf(result: Result): Failure | undefined {
  if ('response' in result) return isError(result.response) ? failedResponse(result.response) : undefined;
  const { error } = result;
  if (!(error instanceof CallError)) return undefined;
  const { name, outcome, requestId, isRetryable } = error;
  const { status } = error as { status?: number };
  return { status, error: name, outcome, requestId, isRetryable, retryAfterMs: undefined };
}

function failedResponse({ response, requestId }: ReceivedResponse): Failure {
  const { status, headers } = response;
  return {
    status,
    error: undefined,
    outcome: outcomeOfStatus(status),
    requestId,
    isRetryable: readShouldRetry(headers) ?? isRetryableStatus(status),
    retryAfterMs: retryAfterMs(headers),
  };
}

/** The server's own word on whether another attempt makes sense. */
function readShouldRetry(headers: Headers): boolean | undefined {
  const value = headers.get('x-should-retry');
  return value === 'true' || value === 'false' ? value === 'true' : undefined;
}
