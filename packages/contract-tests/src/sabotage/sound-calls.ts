import { readExample } from '../examples.js';

/** A request of {@link soundCalls}. */
export interface SoundCall {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** Ids of what is in the sandbox before a call. */
export interface Known {
  readonly customerId: string;
  readonly walletId: string;
  readonly endpointId: string;
}

const jane = readExample('customer-create-jane');
const token = readExample('token-create-sandbox');
const endpoint = readExample('webhook-endpoint-create-endorsements');

/** Calls that match the contract, and to which a sound server gives responses that match it. */
export const soundCalls = {
  createToken: () => ({ method: 'POST', path: '/auth/token', body: token }),
  createCustomer: () => ({ method: 'POST', path: '/customers', body: jane }),
  getCustomer: ({ customerId }) => ({ method: 'GET', path: `/customers/${customerId}` }),
  getUnknownCustomer: () => ({ method: 'GET', path: '/customers/cst_unknown' }),
  listCustomers: () => ({ method: 'GET', path: '/customers?limit=1' }),
  deleteCustomer: ({ customerId }) => ({ method: 'DELETE', path: `/customers/${customerId}` }),
  getWallet: ({ walletId }) => ({ method: 'GET', path: `/wallets/${walletId}` }),
  getWalletBalance: ({ walletId }) => ({ method: 'GET', path: `/wallets/${walletId}/balance` }),
  createWebhookEndpoint: () => ({ method: 'POST', path: '/webhooks', body: endpoint }),
  getWebhookEndpoint: ({ endpointId }) => ({ method: 'GET', path: `/webhooks/${endpointId}` }),
  deleteWebhookEndpoint: ({ endpointId }) => ({ method: 'DELETE', path: `/webhooks/${endpointId}` }),
} as const satisfies Readonly<Record<string, (known: Known) => SoundCall>>;

/** Name of one of {@link soundCalls}. */
export type CallName = keyof typeof soundCalls;
