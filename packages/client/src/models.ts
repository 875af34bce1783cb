import type { PageQuery } from './calls/api-promise.js';
import type { components, operations, webhooks } from './generated/openapi.gen.js';

export type { components, operations, paths, Unrecognized, webhooks } from './generated/openapi.gen.js';

type Schemas = components['schemas'];
type QueryOf<Id extends keyof operations> = NonNullable<operations[Id]['parameters']['query']>;

/** Credentials to exchange for a token. */
export type TokenCreateParams = Schemas['TokenCreateRequest'];
/** A bearer token and how long it lives, in seconds. */
export type Token = Schemas['Token'];

/** A customer as the API returns it. Identity data that was sent in is never part of it. */
export type Customer = Schemas['Customer'];
/** What creates a customer; only `type` is required. */
export type CustomerCreateParams = Schemas['CustomerCreateRequest'];
/** What changes a customer; every field is optional, and fields left out stay as they are. */
export type CustomerUpdateParams = Schemas['CustomerUpdateRequest'];
/** Filters and position of a page of customers. */
export type CustomerListParams = PageQuery<QueryOf<'listCustomers'>>;
/** One page of customers. */
export type CustomerList = Schemas['CustomerList'];
/** A wallet as it appears inside a customer. */
export type CustomerWallet = Schemas['CustomerWallet'];
/** Whether a customer may start transactions. */
export type CustomerStatus = Customer['status'];
/** An identity document that is sent in. */
export type IdentifyingDocument = Schemas['IdentifyingDocument'];
/** Kinds of identity documents that OMS names; any other text is possible. */
export type IdentifyingDocumentType = Exclude<IdentifyingDocument['type'], undefined>;
/** A home address that is sent in. */
export type ResidentialAddress = Schemas['ResidentialAddress'];

/** One permission of a customer and how far its checks are. */
export type Endorsement = Schemas['Endorsement'];
/** Names of endorsements. */
export type EndorsementName = Schemas['EndorsementName'];
/** Names of the endorsements that can be requested. */
export type RequestedEndorsement = Schemas['RequestedEndorsement'];
/** How far the checks of an endorsement are. */
export type EndorsementStatus = Schemas['EndorsementStatus'];
/** What an endorsement still needs. */
export type EndorsementRequirements = Schemas['EndorsementRequirements'];
/** Why an endorsement was refused. */
export type RejectionReason = Schemas['RejectionReason'];

/** A custodial wallet: one asset on one chain. */
export type Wallet = Schemas['Wallet'];
/** What creates a wallet. */
export type WalletCreateParams = Schemas['WalletCreateRequest'];
/** Assets that OMS names; any other text is possible. */
export type Asset = Wallet['asset'];
/** Chains that OMS names; any other text is possible. */
export type Chain = Wallet['chain'];
/** Position of a page of wallets. */
export type WalletListParams = PageQuery<QueryOf<'listWallets'>>;
/** One page of wallets. */
export type WalletList = Schemas['WalletList'];
/** What a wallet holds, as decimal strings. */
export type WalletBalance = Schemas['WalletBalance'];
/** The currency a balance is estimated in. */
export type WalletBalanceParams = QueryOf<'getWalletBalance'>;

/** An endpoint of yours that receives events. Its secret is not part of it. */
export type WebhookEndpoint = Schemas['WebhookEndpoint'];
/** A new endpoint with its signing secret, which is shown this once. */
export type WebhookEndpointCreated = Schemas['WebhookEndpointCreated'];
/** What registers an endpoint. */
export type WebhookEndpointCreateParams = Schemas['WebhookEndpointCreateRequest'];
/** What changes an endpoint; fields left out stay as they are. */
export type WebhookEndpointUpdateParams = Schemas['WebhookEndpointUpdateRequest'];
/** Events an endpoint can ask for: known names, names that end in a star, and any other text. */
export type WebhookEventSelector = Schemas['EventName'];
/** Position of a page of endpoints. */
export type WebhookEndpointListParams = PageQuery<QueryOf<'listWebhookEndpoints'>>;
/** One page of endpoints. */
export type WebhookEndpointList = Schemas['WebhookEndpointList'];

/**
 * A bank account outside OMS.
 * @experimental Announced, not available in v0.9; the shape will change.
 */
export type ExternalAccount = Schemas['ExternalAccount'];
/**
 * What registers a bank account.
 * @experimental Announced, not available in v0.9; the shape will change.
 */
export type ExternalAccountCreateParams = Schemas['ExternalAccountCreateRequest'];
/**
 * The bank fields of a rail.
 * @experimental Announced, not available in v0.9; the shape will change.
 */
export type ExternalAccountBankDetails = Schemas['ExternalAccountBankDetails'];
/**
 * Which fields a rail needs.
 * @experimental Announced, not available in v0.9; the shape will change.
 */
export type ExternalAccountSchemaList = Schemas['ExternalAccountSchemaList'];
/**
 * The fields that one rail needs.
 * @experimental Announced, not available in v0.9; the shape will change.
 */
export type ExternalAccountSchema = Schemas['ExternalAccountSchema'];
/**
 * One field that a rail needs.
 * @experimental Announced, not available in v0.9; the shape will change.
 */
export type ExternalAccountSchemaField = Schemas['ExternalAccountSchemaField'];
/**
 * Whose bank account it is.
 * @experimental Announced, not available in v0.9; the shape will change.
 */
export type ExternalAccountOwner = Schemas['ExternalAccountOwner'];
/**
 * Which rails to list.
 * @experimental Announced, not available in v0.9; the shape will change.
 */
export type ExternalAccountSchemaListParams = QueryOf<'listExternalAccountSchemas'>;

/** The error body this SDK expects. The documentation shows none, so every field is optional. */
export type ApiErrorBody = Schemas['ApiErrorBody'];
/** One rejected part of a request, as an error body may list it. */
export type ApiErrorDetail = Schemas['ApiErrorDetail'];

type BodyOf<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Body } } }
  ? Body
  : never;

/** Bodies of the events that OMS sends, by the name of the event. */
export type WebhookEventBodies = { [Name in keyof webhooks]: BodyOf<webhooks[Name]['post']> };
