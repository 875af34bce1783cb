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
import type { OpenapiFetchClient } from '@oms-sdk/client/openapi-fetch';
import type { operations } from '@oms-sdk/client/types';
import { readExample } from './examples.js';

/** The ways to call one operation. */
export interface OperationCalls {
  /** Through the resource method. */
  readonly resource: (oms: OmsClient) => PromiseLike<unknown>;
  /** By its path, through openapi-fetch. */
  readonly byPath: (api: OpenapiFetchClient) => Promise<{ readonly response: Response }>;
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
      byPath: (api) => api.POST('/auth/token', { body: token }),
    },
    createCustomer: {
      resource: (oms) => oms.customers.create(alice),
      byPath: (api) => api.POST('/customers', { body: alice }),
    },
    listCustomers: {
      resource: (oms) => oms.customers.list(query),
      byPath: (api) => api.GET('/customers', { params: { query } }),
    },
    getCustomer: {
      resource: (oms) => oms.customers.get(customerId),
      byPath: (api) => api.GET('/customers/{customerId}', { params: { path: { customerId } } }),
    },
    updateCustomer: {
      resource: (oms) => oms.customers.update(customerId, documents),
      byPath: (api) =>
        api.PATCH('/customers/{customerId}', { params: { path: { customerId } }, body: documents }),
    },
    deleteCustomer: {
      resource: (oms) => oms.customers.delete(customerId),
      byPath: (api) => api.DELETE('/customers/{customerId}', { params: { path: { customerId } } }),
    },
    createWallet: {
      resource: (oms) => oms.wallets.create(customerId, wallet),
      byPath: (api) =>
        api.POST('/customers/{id}/wallets', { params: { path: { id: customerId } }, body: wallet }),
    },
    listWallets: {
      resource: (oms) => oms.wallets.list(customerId, { limit: 5 }),
      byPath: (api) =>
        api.GET('/customers/{id}/wallets', { params: { path: { id: customerId }, query: { limit: 5 } } }),
    },
    getWallet: {
      resource: (oms) => oms.wallets.get(walletId),
      byPath: (api) => api.GET('/wallets/{id}', { params: { path: { id: walletId } } }),
    },
    getWalletBalance: {
      resource: (oms) => oms.wallets.getBalance(walletId, { estimatedBalanceCurrencyCode: 'EUR' }),
      byPath: (api) => api.GET('/wallets/{id}/balance', { params: { path: { id: walletId } } }),
    },
    createWebhookEndpoint: {
      resource: (oms) => oms.webhookEndpoints.create(endpoint),
      byPath: (api) => api.POST('/webhooks', { body: endpoint }),
    },
    listWebhookEndpoints: {
      resource: (oms) => oms.webhookEndpoints.list({ limit: 5 }),
      byPath: (api) => api.GET('/webhooks', { params: { query: { cursor: 'next' } } }),
    },
    getWebhookEndpoint: {
      resource: (oms) => oms.webhookEndpoints.get(webhookId),
      byPath: (api) => api.GET('/webhooks/{id}', { params: { path: { id: webhookId } } }),
    },
    updateWebhookEndpoint: {
      resource: (oms) => oms.webhookEndpoints.update(webhookId, pause),
      byPath: (api) => api.PATCH('/webhooks/{id}', { params: { path: { id: webhookId } }, body: pause }),
    },
    deleteWebhookEndpoint: {
      resource: (oms) => oms.webhookEndpoints.delete(webhookId),
      byPath: (api) => api.DELETE('/webhooks/{id}', { params: { path: { id: webhookId } } }),
    },
    listExternalAccountSchemas: {
      resource: (oms) => oms.externalAccounts.listSchemas({ country: 'US', currency: 'usd' }),
      byPath: (api) => api.GET('/external-accounts/schemas', { params: { query: { country: 'US' } } }),
    },
    createExternalAccount: {
      resource: (oms) => oms.externalAccounts.create(customerId, account),
      byPath: (api) =>
        api.POST('/customers/{id}/external-accounts', {
          params: { path: { id: customerId } },
          body: account,
        }),
    },
  };
}
