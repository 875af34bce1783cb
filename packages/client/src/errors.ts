export {
  ApiError,
  type ApiErrorDetails,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  UnprocessableContentError,
} from './errors/api-error.js';
export { type Attempt, CallError, ConnectionError, TimeoutError } from './errors/call-error.js';
export { EndorsementError, type EndorsementErrorReason } from './errors/endorsement-error.js';
export type { FieldError } from './errors/field-error.js';
export { ConfigurationError, InvalidArgumentError, OmsError, type Outcome } from './errors/oms-error.js';
export {
  ResponseError,
  type ResponseErrorDetails,
  type ResponseErrorReason,
} from './errors/response-error.js';
