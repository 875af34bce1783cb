export {
  ApiError,
  type ApiErrorDetails,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  type FieldError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  UnprocessableContentError,
} from './errors/api-error.js';
export {
  type Attempt,
  CallError,
  ConnectionError,
  ResponseError,
  type ResponseErrorDetails,
  type ResponseErrorReason,
  TimeoutError,
} from './errors/call-error.js';
export { EndorsementError, type EndorsementErrorReason } from './errors/endorsement-error.js';
export { ConfigurationError, InvalidArgumentError, OmsError, type Outcome } from './errors/oms-error.js';
