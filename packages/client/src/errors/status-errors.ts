import { ApiError, type ApiErrorDetails } from './api-error.js';
import { brand } from './oms-error.js';

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
