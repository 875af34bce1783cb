import { type ApiError, apiErrorFrom } from '../errors/api-error.js';
import { idempotencyKeyOf, isError, type ReceivedResponse, type Step } from '../request/pipeline.js';

/** Turns an error status into the error of its class. */
export const status: Step = (next) => async (request) => {
  const received = await next(request);
  if (isError(received)) throw apiErrorOf(received);
  return received;
};

/** The error for a response with an error status. */
export function apiErrorOf({ request, response, data, requestId, fieldErrors }: ReceivedResponse): ApiError {
  const { status, headers } = response;
  return apiErrorFrom({
    status,
    operation: request.operation,
    headers,
    body: data,
    requestId,
    idempotencyKey: idempotencyKeyOf(request),
    retryAfterMs: readRetryAfter(headers),
    fieldErrors,
  });
}

/**
 * How long the server asks to wait, in milliseconds: `retry-after-ms`, or `Retry-After` in seconds or as an HTTP date.
 * A date counts from the response's own `Date`, so that a wrong clock on this machine does not matter. `undefined` when
 * nothing is asked for, or nothing that can be understood.
 */
function readRetryAfter(headers: Headers): number | undefined {
  const milliseconds = readNumber(headers.get('retry-after-ms'));
  if (milliseconds !== undefined) return milliseconds;
  const text = headers.get('retry-after');
  const seconds = readNumber(text);
  return seconds === undefined ? readDate(text, headers.get('date')) : seconds * 1000;
}

/** Digits with an optional fraction: what `Number` also takes, such as `1e9`, `0x10` or an empty string, is no delay. */
function readNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,12}(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
}

const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

function readDate(text: string | null, reference: string | null): number | undefined {
  if (text === null || !httpDate.test(text.trim())) return undefined;
  const now = reference !== null && httpDate.test(reference.trim()) ? Date.parse(reference) : Date.now();
  const delay = Date.parse(text) - now;
  return Number.isNaN(delay) ? undefined : Math.max(0, delay);
}
