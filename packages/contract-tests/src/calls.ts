import type {
  CustomerCreateParams,
  CustomerUpdateParams,
  ExternalAccountCreateParams,
  OmsClient,
  TokenCreateParams,
  WalletCreateParams,
  WebhookEndpointCreateParams,
  WebhookEndpointUpdateParams,
} from '@oms-sdk/client';
import type { operations } from '@oms-sdk/client/types';
import { readExample } from './examples.js';

/** The ways to call one operation. */
export interface OperationCalls {
  /** Through the resource method. */
  readonly resource: (oms: OmsClient) => PromiseLike<unknown>;
  /** Through the typed path client. */
  readonly raw: (oms: OmsClient) => Promise<{ readonly ok: boolean; readonly response: Response }>;
}

/** Operations a client can call; the others describe what OMS sends. */
export type OperationId = Exclude<keyof operations, `receive${string}`>;

/** The resources that calls are about. */
export interface KnownIds {
  readonly customerId: string;
  readonly walletId: string;
  readonly webhookId: string;
}

/** The ids of the named examples. */
export const exampleIds: KnownIds = {
  customerId: 'cst_01H9XaA1iceM4rTn',
  walletId: 'wlt_01H9XbA1iceP0lyG',
  webhookId: 'whk_01H9XcA1iceH0okS',
};

const token = readExample<TokenCreateParams>('token-create-sandbox');
const alice = readExample<CustomerCreateParams>('customer-create-alice');
const documents = readExample<CustomerUpdateParams>('customer-update-alice-documents');
const wallet = readExample<WalletCreateParams>('wallet-create-usdc-on-polygon');
const endpoint = readExample<WebhookEndpointCreateParams>('webhook-endpoint-create-endorsements');
const pause = readExample<WebhookEndpointUpdateParams>('webhook-endpoint-update-pause');
const account = readExample<ExternalAccountCreateParams>('external-account-create-alice');
const query = {
  status: 'active',
  externalId: 'usr_7890',
  createdAfter: '2024-01-01T00:00:00Z',
  limit: 20,
} as const;

/** Every operation of the spec, both ways, with the named examples. */
export const calls = callsAbout(exampleIds);

/** The same about other resources. A new operation does not compile, and fails a test, until it stands here. */
export function callsAbout({
  customerId,
  walletId,
  webhookId,
}: KnownIds): Readonly<Record<OperationId, OperationCalls>> {
  return {
    createToken: {
      resource: (oms) => oms.auth.createToken(token),
      raw: (oms) => oms.raw.POST('/auth/token', { body: token }),
    },
    createCustomer: {
      resource: (oms) => oms.customers.create(alice),
      raw: (oms) => oms.raw.POST('/customers', { body: alice }),
    },
    listCustomers: {
      resource: (oms) => oms.customers.list(query),
      raw: (oms) => oms.raw.GET('/customers', { params: { query } }),
    },
    getCustomer: {
      resource: (oms) => oms.customers.get(customerId),
      raw: (oms) => oms.raw.GET('/customers/{customerId}', { params: { path: { customerId } } }),
    },
    updateCustomer: {
      resource: (oms) => oms.customers.update(customerId, documents),
      raw: (oms) =>
        oms.raw.PATCH('/customers/{customerId}', { params: { path: { customerId } }, body: documents }),
    },
    deleteCustomer: {
      resource: (oms) => oms.customers.delete(customerId),
      raw: (oms) => oms.raw.DELETE('/customers/{customerId}', { params: { path: { customerId } } }),
    },
    createWallet: {
      resource: (oms) => oms.wallets.create(customerId, wallet),
      raw: (oms) =>
        oms.raw.POST('/customers/{id}/wallets', { params: { path: { id: customerId } }, body: wallet }),
    },
    listWallets: {
      resource: (oms) => oms.wallets.list(customerId, { limit: 5 }),
      raw: (oms) =>
        oms.raw.GET('/customers/{id}/wallets', { params: { path: { id: customerId }, query: { limit: 5 } } }),
    },
    getWallet: {
      resource: (oms) => oms.wallets.get(walletId),
      raw: (oms) => oms.raw.GET('/wallets/{id}', { params: { path: { id: walletId } } }),
    },
    getWalletBalance: {
      resource: (oms) => oms.wallets.getBalance(walletId, { estimatedBalanceCurrencyCode: 'EUR' }),
      raw: (oms) => oms.raw.GET('/wallets/{id}/balance', { params: { path: { id: walletId } } }),
    },
    createWebhookEndpoint: {
      resource: (oms) => oms.webhookEndpoints.create(endpoint),
      raw: (oms) => oms.raw.POST('/webhooks', { body: endpoint }),
    },
    listWebhookEndpoints: {
      resource: (oms) => oms.webhookEndpoints.list({ limit: 5 }),
      raw: (oms) => oms.raw.GET('/webhooks', { params: { query: { cursor: 'next' } } }),
    },
    getWebhookEndpoint: {
      resource: (oms) => oms.webhookEndpoints.get(webhookId),
      raw: (oms) => oms.raw.GET('/webhooks/{id}', { params: { path: { id: webhookId } } }),
    },
    updateWebhookEndpoint: {
      resource: (oms) => oms.webhookEndpoints.update(webhookId, pause),
      raw: (oms) => oms.raw.PATCH('/webhooks/{id}', { params: { path: { id: webhookId } }, body: pause }),
    },
    deleteWebhookEndpoint: {
      resource: (oms) => oms.webhookEndpoints.delete(webhookId),
      raw: (oms) => oms.raw.DELETE('/webhooks/{id}', { params: { path: { id: webhookId } } }),
    },
    listExternalAccountSchemas: {
      resource: (oms) => oms.externalAccounts.listSchemas({ country: 'US', currency: 'usd' }),
      raw: (oms) => oms.raw.GET('/external-accounts/schemas', { params: { query: { country: 'US' } } }),
    },
    createExternalAccount: {
      resource: (oms) => oms.externalAccounts.create(customerId, account),
      raw: (oms) =>
        oms.raw.POST('/customers/{id}/external-accounts', {
          params: { path: { id: customerId } },
          body: account,
        }),
    },
  };
}
