import type { Attempt } from './attempt.js';
import { CallError, recordAttempts } from './call-error.js';
import { brand } from './oms-error.js';

/** What is known when the API responds with an error status. */
export interface ApiErrorDetails {
  /** HTTP status, 400 to 599. */
  readonly status: number;
  /** HTTP method and path template, such as `GET /customers/{customerId}`. */
  readonly operation: string;
  readonly headers: Headers;
  /** The parsed JSON body; `undefined` when there was none. */
  readonly body: unknown;
  readonly requestId: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly attempts: readonly Attempt[];
}

/** Statuses after which the same request may succeed without a change. */
const retryableStatuses = [408, 429, 500, 502, 503, 504];

/** Whether a response is worth another attempt: by the server's own word in `x-should-retry`, else by its status. */
export function isRetryableResponse({
  status,
  headers,
}: Pick<ApiErrorDetails, 'status' | 'headers'>): boolean {
  const word = headers.get('x-should-retry');
  return word === 'true' || (word !== 'false' && retryableStatuses.includes(status));
}

/** A client error means that nothing was done, except 408, which a proxy may send while the API is still at work. */
export function outcomeOfStatus(status: number): 'rejected' | 'unknown' {
  return status < 500 && status !== 408 ? 'rejected' : 'unknown';
}

/**
 * The API responded with an error status. One subclass exists per status family.
 *
 * The documentation shows no error body; `code` is read from the body when there is one.
 */
export class ApiError extends CallError {
  /** HTTP status. */
  readonly status: number;
  /** Machine-readable code from the body, such as `not_found`. */
  readonly code: string | undefined;
  /** How long the API asks to wait before the next request, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  readonly #headers: Headers;
  readonly #body: unknown;

  static {
    brand(this, 'ApiError');
  }

  constructor(details: ApiErrorDetails) {
    const { status, body, idempotencyKey } = details;
    const code = readString(body, 'code');
    const requestId = details.requestId ?? readString(body, 'requestId');
    const [isRetryable, outcome] = [isRetryableResponse(details), outcomeOfStatus(status)];
    super(describe(details, code, requestId), { outcome, isRetryable, requestId, idempotencyKey });
    this.status = status;
    this.code = code;
    this.retryAfterMs = details.retryAfterMs;
    this.#headers = details.headers;
    this.#body = body;
    if (details.attempts.length > 0) recordAttempts(this, details.attempts);
  }

  /** Headers of the response. */
  get headers(): Headers {
    return this.#headers;
  }

  /** The parsed body of the response. It may quote what was sent, so it is kept out of `toJSON` and inspection. */
  get body(): unknown {
    return this.#body;
  }
}

function describe({ status, operation }: ApiErrorDetails, code?: string, requestId?: string): string {
  const what = code === undefined ? '' : ` ${code}`;
  const which = requestId === undefined ? '' : ` (request ${requestId})`;
  return `${status}${what}: ${operation}${which}`;
}

function readString(body: unknown, name: string): string | undefined {
  const { [name]: value } = Object(body) as Record<string, unknown>;
  return typeof value === 'string' && /^[\w.:-]{1,128}$/.test(value) ? value : undefined;
}
