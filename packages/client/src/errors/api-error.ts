import { brand, OmsError } from './oms-error.js';

/** What is known when the API answers with an error status. */
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
}

/** Statuses after which the same request may succeed without a change. */
const retryableStatuses = new Set([408, 429, 500, 502, 503, 504]);

/**
 * The API answered with an error status. One subclass exists per status family.
 *
 * The documentation shows no error body; `code` is read from the body when there is one.
 */
export class ApiError extends OmsError {
  /** HTTP status. */
  readonly status: number;
  /** Machine-readable code from the body, such as `not_found`. */
  readonly code: string | undefined;
  /** Id of the request as the API gave it, to quote to support. */
  readonly requestId: string | undefined;
  /** The `Idempotency-Key` that was sent, to repeat the same write later. */
  readonly idempotencyKey: string | undefined;
  /** Whether the same request may succeed later without a change. */
  readonly isRetryable: boolean;
  readonly #headers: Headers;
  readonly #body: unknown;

  static {
    brand(ApiError, 'ApiError');
  }

  constructor(details: ApiErrorDetails) {
    const code = readString(details.body, 'code');
    const requestId = details.requestId ?? readString(details.body, 'requestId');
    super(describe(details, code, requestId));
    this.status = details.status;
    this.code = code;
    this.requestId = requestId;
    this.idempotencyKey = details.idempotencyKey;
    this.isRetryable = retryableStatuses.has(details.status);
    this.#headers = details.headers;
    this.#body = details.body;
  }

  /** Headers of the answer. */
  get headers(): Headers {
    return this.#headers;
  }

  /** The parsed body of the answer. It may quote what was sent, so it is kept out of `toJSON` and inspection. */
  get body(): unknown {
    return this.#body;
  }

  override toJSON(): Record<string, unknown> {
    const { status, code, requestId, idempotencyKey, isRetryable } = this;
    return { ...super.toJSON(), status, code, requestId, idempotencyKey, isRetryable };
  }
}

function describe({ status, operation }: ApiErrorDetails, code?: string, requestId?: string): string {
  const what = code === undefined ? `${status}` : `${status} ${code}`;
  return requestId === undefined ? `${what}: ${operation}` : `${what}: ${operation} (request ${requestId})`;
}

function readString(body: unknown, name: string): string | undefined {
  const value =
    typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' && /^[\w.:-]{1,128}$/.test(value) ? value : undefined;
}
