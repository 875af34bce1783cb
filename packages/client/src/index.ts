export type { ApiPromise, ApiResult } from './calls/api-promise.js';
export type { Page, PagePromise } from './calls/page-promise.js';
export type { PathClient, RawFailure, RawResult, RawSuccess } from './calls/path-client.js';
export { OmsClient } from './client.js';
export type { ContractDrift, ContractDriftKind } from './contract-drift.js';
export {
  ApiError,
  type Attempt,
  AuthenticationError,
  BadRequestError,
  CallError,
  ConfigurationError,
  ConflictError,
  ConnectionError,
  EndorsementError,
  type EndorsementErrorReason,
  InvalidArgumentError,
  NotFoundError,
  OmsError,
  type Outcome,
  PermissionError,
  RateLimitError,
  ResponseError,
  type ResponseErrorReason,
  ServerError,
  TimeoutError,
  UnprocessableContentError,
} from './errors.js';
export { spec } from './generated/spec.gen.js';
export type { LogFields, Logger } from './logger.js';
export type { Middleware, MiddlewareContext, MiddlewareRequest } from './middleware.js';
export type {
  ApiErrorBody,
  ApiErrorDetail,
  Customer,
  CustomerCreateParams,
  CustomerList,
  CustomerListParams,
  CustomerStatus,
  CustomerUpdateParams,
  CustomerWallet,
  Endorsement,
  EndorsementName,
  EndorsementRequirements,
  EndorsementStatus,
  ExternalAccount,
  ExternalAccountCreateParams,
  ExternalAccountOwner,
  ExternalAccountSchema,
  ExternalAccountSchemaField,
  ExternalAccountSchemaList,
  ExternalAccountSchemaListParams,
  IdentifyingDocument,
  RejectionReason,
  ResidentialAddress,
  Token,
  TokenCreateParams,
  Unrecognized,
  Wallet,
  WalletBalance,
  WalletBalanceParams,
  WalletCreateParams,
  WalletList,
  WalletListParams,
  WebhookEndpoint,
  WebhookEndpointCreated,
  WebhookEndpointCreateParams,
  WebhookEndpointList,
  WebhookEndpointListParams,
  WebhookEndpointUpdateParams,
} from './models.js';
export type {
  ClientOptions,
  Environment,
  OverridableOptions,
  RequestOptions,
  UntypedInit,
  WaitOptions,
} from './options.js';
export type { FetchLike } from './request/fetch-like.js';
export type { HeaderOptions } from './request/headers.js';
export type { Auth } from './resources/auth.js';
export type { Customers } from './resources/customers.js';
export type { ExternalAccounts } from './resources/external-accounts.js';
export type { Wallets } from './resources/wallets.js';
export type { WebhookEndpoints } from './resources/webhook-endpoints.js';
export type { StoredToken, TokenStore } from './token-store.js';
export { assertUnrecognized } from './unrecognized.js';
