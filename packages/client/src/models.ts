import type { PageQuery } from './calls/api-promise.js';
import type { components, operations, webhooks } from './generated/openapi.gen.js';

export type { components, operations, paths, Unrecognized, webhooks } from './generated/openapi.gen.js';

type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];
/** Nothing, as a second base: compilers show an interface that adds nothing to its only base as that base, written out. */
type Named = Record<never, never>;
type QueryOf<Id extends keyof operations> = NonNullable<operations[Id]['parameters']['query']>;

/** Credentials to exchange for a token. */
export interface TokenCreateParams extends Schema<'TokenCreateRequest'>, Named {}
/** A bearer token and how long it lives, in seconds. */
export interface Token extends Schema<'Token'>, Named {}

/** A customer as the API returns it. Identity data that was sent in is never part of it. */
export interface Customer extends Schema<'Customer'>, Named {}
/** What creates a customer; only `type` is required. */
export interface CustomerCreateParams extends Schema<'CustomerCreateRequest'>, Named {}
/** What changes a customer; every field is optional, and fields left out stay as they are. */
export interface CustomerUpdateParams extends Schema<'CustomerUpdateRequest'>, Named {}
/** Filters and position of a page of customers. */
export interface CustomerListParams extends PageQuery<QueryOf<'listCustomers'>>, Named {}
/** One page of customers. */
export interface CustomerList extends Schema<'CustomerList'>, Named {}
/** A wallet as it appears inside a customer. */
export interface CustomerWallet extends Schema<'CustomerWallet'>, Named {}
/** Whether a customer may start transactions. */
export type CustomerStatus = Customer['status'];
/** An identity document that is sent in. */
export interface IdentifyingDocument extends Schema<'IdentifyingDocument'>, Named {}
/** Kinds of identity documents that OMS names; any other text is possible. */
export type IdentifyingDocumentType = Exclude<IdentifyingDocument['type'], undefined>;
/** A home address that is sent in. */
export interface ResidentialAddress extends Schema<'ResidentialAddress'>, Named {}

/** One permission of a customer and how far its checks are. */
export interface Endorsement extends Schema<'Endorsement'>, Named {}
/** Names of endorsements. */
export type EndorsementName = Schema<'EndorsementName'>;
/** Names of the endorsements that can be requested. */
export type RequestedEndorsement = Schema<'RequestedEndorsement'>;
/** How far the checks of an endorsement are. */
export type EndorsementStatus = Schema<'EndorsementStatus'>;
/** What an endorsement still needs. */
export interface EndorsementRequirements extends Schema<'EndorsementRequirements'>, Named {}
/** Why an endorsement was refused. */
export type RejectionReason = Schema<'RejectionReason'>;

/** A custodial wallet: one asset on one chain. */
export interface Wallet extends Schema<'Wallet'>, Named {}
/** What creates a wallet. */
export interface WalletCreateParams extends Schema<'WalletCreateRequest'>, Named {}
/** Assets that OMS names; any other text is possible. */
export type Asset = Wallet['asset'];
/** Chains that OMS names; any other text is possible. */
export type Chain = Wallet['chain'];
/** Position of a page of wallets. */
export interface WalletListParams extends PageQuery<QueryOf<'listWallets'>>, Named {}
/** One page of wallets. */
export interface WalletList extends Schema<'WalletList'>, Named {}
/** What a wallet holds, as decimal strings. */
export interface WalletBalance extends Schema<'WalletBalance'>, Named {}
/** The currency a balance is estimated in. */
export interface WalletBalanceParams extends QueryOf<'getWalletBalance'>, Named {}

/** An endpoint of yours that receives events. Its secret is not part of it. */
export interface WebhookEndpoint extends Schema<'WebhookEndpoint'>, Named {}
/** A new endpoint with its signing secret, which is shown this once. */
export interface WebhookEndpointCreated extends Schema<'WebhookEndpointCreated'>, Named {}
/** What registers an endpoint. */
export interface WebhookEndpointCreateParams extends Schema<'WebhookEndpointCreateRequest'>, Named {}
/** What changes an endpoint; fields left out stay as they are. */
export interface WebhookEndpointUpdateParams extends Schema<'WebhookEndpointUpdateRequest'>, Named {}
/** Events an endpoint can ask for: known names, names that end in a star, and any other text. */
export type WebhookEventSelector = Schema<'EventName'>;
/** Position of a page of endpoints. */
export interface WebhookEndpointListParams extends PageQuery<QueryOf<'listWebhookEndpoints'>>, Named {}
/** One page of endpoints. */
export interface WebhookEndpointList extends Schema<'WebhookEndpointList'>, Named {}

/**
 * A bank account outside OMS.
 * @experimental Announced, not available in v0.9; the shape will change.
 */
export interface ExternalAccount extends Schema<'ExternalAccount'>, Named {}
/**
 * What registers a bank account.
 * @experimental Announced, not available in v0.9; the shape will change.
 */
export interface ExternalAccountCreateParams extends Schema<'ExternalAccountCreateRequest'>, Named {}
/**
 * The bank fields of a rail.
 * @experimental Announced, not available in v0.9; the shape will change.
 */
export interface ExternalAccountBankDetails extends Schema<'ExternalAccountBankDetails'>, Named {}
/**
 * Which fields a rail needs.
 * @experimental Announced, not available in v0.9; the shape will change.
 */
export interface ExternalAccountSchemaList extends Schema<'ExternalAccountSchemaList'>, Named {}
/**
 * The fields that one rail needs.
 * @experimental Announced, not available in v0.9; the shape will change.
 */
export interface ExternalAccountSchema extends Schema<'ExternalAccountSchema'>, Named {}
/**
 * One field that a rail needs.
 * @experimental Announced, not available in v0.9; the shape will change.
 */
export interface ExternalAccountSchemaField extends Schema<'ExternalAccountSchemaField'>, Named {}
/**
 * Whose bank account it is.
 * @experimental Announced, not available in v0.9; the shape will change.
 */
export interface ExternalAccountOwner extends Schema<'ExternalAccountOwner'>, Named {}
/**
 * Which rails to list.
 * @experimental Announced, not available in v0.9; the shape will change.
 */
export interface ExternalAccountSchemaListParams extends QueryOf<'listExternalAccountSchemas'>, Named {}

/** The error body this SDK expects. The documentation shows none, so every field is optional. */
export interface ApiErrorBody extends Schema<'ApiErrorBody'>, Named {}
/** One rejected part of a request, as an error body may list it. */
export interface ApiErrorDetail extends Schema<'ApiErrorDetail'>, Named {}

type BodyOf<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Body } } }
  ? Body
  : never;

/** Bodies of the events that OMS sends, by the name of the event. */
export type WebhookEventBodies = { [Name in keyof webhooks]: BodyOf<webhooks[Name]['post']> };
