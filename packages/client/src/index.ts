import type { Unrecognized } from './models.js';

export type { ApiPromise, ApiResult, Page, PagePromise } from './calls/api-promise.js';
export { OmsClient } from './client.js';
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
  type FieldError,
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
export type {
  ApiErrorBody,
  ApiErrorDetail,
  Asset,
  Chain,
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
  ExternalAccountBankDetails,
  ExternalAccountCreateParams,
  ExternalAccountOwner,
  ExternalAccountSchema,
  ExternalAccountSchemaField,
  ExternalAccountSchemaList,
  ExternalAccountSchemaListParams,
  IdentifyingDocument,
  IdentifyingDocumentType,
  RejectionReason,
  RequestedEndorsement,
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
  WebhookEventSelector,
} from './models.js';
export type {
  ClientOptions,
  ContractDrift,
  ContractDriftKind,
  Environment,
  FetchedResponse,
  FetchInit,
  FetchLike,
  HeaderOptions,
  LogFields,
  Logger,
  Middleware,
  MiddlewareContext,
  MiddlewareRequest,
  OverridableOptions,
  RequestOptions,
  StoredToken,
  TokenStore,
  UntypedInit,
  WaitOptions,
  WaitUntil,
} from './options.js';
export type { Auth } from './resources/auth.js';
export type { Customers } from './resources/customers.js';
export type { ExternalAccounts } from './resources/external-accounts.js';
export type { Wallets } from './resources/wallets.js';
export type { WebhookEndpoints } from './resources/webhook-endpoints.js';

/**
 * Marks the last branch of an exhaustive `switch` over a response enum: it compiles only when every known value has a
 * branch of its own, and returns the value the API sent that this version of the spec does not know.
 */
export function assertUnrecognized(value: Unrecognized): string {
  return value;
}
