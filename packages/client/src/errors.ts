export { ApiError, type ApiErrorDetails } from './errors/api-error.js';
export type { Attempt, Outcome } from './errors/attempt.js';
export { CallError } from './errors/call-error.js';
export { ConfigurationError } from './errors/configuration-error.js';
export { ConnectionError } from './errors/connection-error.js';
export { EndorsementError, type EndorsementErrorReason } from './errors/endorsement-error.js';
export { InvalidArgumentError } from './errors/invalid-argument-error.js';
export { OmsError } from './errors/oms-error.js';
export {
  ResponseError,
  type ResponseErrorDetails,
  type ResponseErrorReason,
} from './errors/response-error.js';
export {
  AuthenticationError,
  BadRequestError,
  ConflictError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  UnprocessableContentError,
} from './errors/status-errors.js';
export { TimeoutError } from './errors/timeout-error.js';
