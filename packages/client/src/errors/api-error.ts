import { CallError } from './call-error.js';
import { brand } from './oms-error.js';

/** One part of a request that the API refused. */
export interface FieldError {
  /** Names joined by dots, such as `residentialAddress.city`; `*` stands for what the spec does not name, `''` for all. */
  readonly path: string;
  /** The part of the request that it is in. */
  readonly in: 'body' | 'query' | 'path' | 'header';
  /** Machine-readable code, such as `pattern`. */
  readonly code: string | undefined;
  /** The words of the API. They may quote what was sent, so they are not enumerable and never logged. */
  readonly message: string | undefined;
}

/** `body.phone (pattern)`: what a message and a log may say. */
export function describeFieldError({ in: place, path, code }: FieldError): string {
  return (path === '' ? place : `${place}.${path}`) + (code === undefined ? '' : ` (${code})`);
}

/** What is known when the API responds with an error status. */
export interface ApiErrorDetails {
  /** HTTP status, 400 to 599. */
  readonly status: number;
  /** HTTP method and path template, such as `GET /customers/{customerId}`. */
  readonly operation: string;
  readonly headers?: Headers | undefined;
  /** The parsed JSON body; `undefined` when there was none. */
  readonly body?: unknown;
  readonly requestId?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  /** Which parts of the request were refused. */
  readonly fieldErrors?: readonly FieldError[] | undefined;
}

/** Statuses after which the same request may succeed without a change. */
const retryableStatuses = [408, 429, 500, 502, 503, 504];

/** Whether a response is worth another attempt: what the server says in `x-should-retry`, else by its status. */
function isRetryableResponse({ status, headers }: Pick<ApiErrorDetails, 'status' | 'headers'>): boolean {
  const shouldRetry = headers?.get('x-should-retry');
  return shouldRetry === 'true' || (shouldRetry !== 'false' && retryableStatuses.includes(status));
}

/** A client error means that nothing was done, except 408, which a proxy may send while the API is still at work. */
function outcomeOfStatus(status: number): 'rejected' | 'unknown' {
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
  /** Which parts of the request were refused, as far as the body says so; at most 100. */
  readonly fieldErrors: readonly FieldError[];
  /** How long the API asks to wait before the next request, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  readonly #headers: Headers | undefined;
  readonly #body: unknown;

  static {
    brand(this, 'ApiError');
  }

  constructor(details: ApiErrorDetails) {
    const { status, body, fieldErrors = [], idempotencyKey } = details;
    const { error } = Object(body) as { readonly error?: unknown };
    const code = readString(body, 'code') ?? readString(error, 'code') ?? readString(body, 'error');
    const requestId = details.requestId ?? readString(body, 'requestId') ?? readString(error, 'requestId');
    const [isRetryable, outcome] = [isRetryableResponse(details), outcomeOfStatus(status)];
    const message = describe(details, code, fieldErrors, requestId);
    super(message, { outcome, isRetryable, requestId, idempotencyKey });
    this.status = status;
    this.code = code;
    this.fieldErrors = fieldErrors;
    this.retryAfterMs = details.retryAfterMs;
    this.#headers = details.headers;
    this.#body = body;
  }

  /** Headers of the response. */
  get headers(): Headers {
    return this.#headers ?? new Headers();
  }

  /** The parsed body of the response. It may quote what was sent, so it is kept out of `toJSON` and inspection. */
  get body(): unknown {
    return this.#body;
  }
}

/** More would hide the rest of the line; `fieldErrors` has all of them. */
const mostFieldsInMessage = 5;

function describe(
  { status, operation }: ApiErrorDetails,
  code: string | undefined,
  fieldErrors: readonly FieldError[],
  requestId: string | undefined,
): string {
  const what = code === undefined ? '' : ` ${code}`;
  const fields = fieldErrors.slice(0, mostFieldsInMessage).map(describeFieldError);
  if (fieldErrors.length > fields.length) fields.push(`${fieldErrors.length - fields.length} more`);
  const where = fields.length === 0 ? '' : `: ${fields.join(', ')}`;
  const which = requestId === undefined ? '' : ` (request ${requestId})`;
  return `${status}${what}: ${operation}${where}${which}`;
}

function readString(body: unknown, name: string): string | undefined {
  const { [name]: value } = Object(body) as Record<string, unknown>;
  return typeof value === 'string' && /^[\w.:-]{1,128}$/.test(value) ? value : undefined;
}

/** 400: the request is malformed. */
export class BadRequestError extends ApiError {
  static {
    brand(this, 'BadRequestError');
  }
}

/** 401: the credentials or the token were refused. */
export class AuthenticationError extends ApiError {
  static {
    brand(this, 'AuthenticationError');
  }
}

/** 403: the credentials are right but do not allow this. */
export class PermissionError extends ApiError {
  static {
    brand(this, 'PermissionError');
  }
}

/** 404: no such resource. */
export class NotFoundError extends ApiError {
  static {
    brand(this, 'NotFoundError');
  }
}

/** 409: the request conflicts with the state of the resource or with an earlier use of its idempotency key. */
export class ConflictError extends ApiError {
  static {
    brand(this, 'ConflictError');
  }
}

/** 422: the request is well-formed but its content is refused. */
export class UnprocessableContentError extends ApiError {
  static {
    brand(this, 'UnprocessableContentError');
  }
}

/** 429: too many requests. */
export class RateLimitError extends ApiError {
  static {
    brand(this, 'RateLimitError');
  }
}

/** 5xx: the API failed. */
export class ServerError extends ApiError {
  static {
    brand(this, 'ServerError');
  }
}

const classes: Readonly<Record<number, typeof ApiError>> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  422: UnprocessableContentError,
  429: RateLimitError,
};

/** The error for a response with an error status, of the class that belongs to its status. */
export function apiErrorFrom(details: ApiErrorDetails): ApiError {
  const ErrorClass = classes[details.status] ?? (details.status >= 500 ? ServerError : ApiError);
  return new ErrorClass(details);
}
