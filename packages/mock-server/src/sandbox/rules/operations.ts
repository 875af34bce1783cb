import { type ApiRequest, type ApiResponse, jsonResponse } from '../../http/message.js';
import type { SandboxState } from '../state/sandbox-state.js';
import {
  createdEndpointView,
  endpointView,
  type WebhookEndpointFields,
} from '../webhooks/webhook-endpoints.js';
import { refuseInactive } from './api-problem.js';
import { type CustomerFields, type CustomerRecord, customerFilter, customerView } from './customer-record.js';
import { createExternalAccount, externalAccountSchemas } from './external-accounts.js';
import { pageOf } from './pages.js';
import { balanceView, shortView, walletView } from './wallets.js';

/** Responds to the requests of one operation. */
export type Handler = (request: ApiRequest) => ApiResponse;

/** What the sandbox does for each operation of the spec. */
export function operations(state: SandboxState): Record<string, Handler> {
  const createToken: Handler = ({ body }) => jsonResponse(200, state.tokens.issue(body as object));
  return {
    createToken,
    ...ofCustomers(state),
    ...ofWallets(state),
    ...ofWebhooks(state),
    ...ofAccounts(state),
  };
}

function ofCustomers(state: SandboxState): Record<string, Handler> {
  const { customers, wallets } = state;
  const view = (record: CustomerRecord) =>
    customerView(record, wallets.of(record.id).map(shortView), state.clock.nowMs(), state.dialect);
  return {
    createCustomer: ({ body }) => jsonResponse(201, view(customers.create(body as CustomerFields))),
    getCustomer: (request) => jsonResponse(200, view(customers.find(idIn(request)))),
    updateCustomer: (request) =>
      jsonResponse(200, view(customers.update(idIn(request), request.body as CustomerFields))),
    deleteCustomer: (request) => jsonResponse(200, view(customers.delete(idIn(request)))),
    listCustomers: ({ query }) => {
      const page = pageOf({ name: 'customers', state }, customers.all().filter(customerFilter(query)), query);
      return jsonResponse(200, { ...page, data: page.data.map(view) });
    },
  };
}

function ofWallets(state: SandboxState): Record<string, Handler> {
  const { customers, wallets, events } = state;
  return {
    createWallet: (request) => {
      const { asset, chain } = request.body as { asset: string; chain: string };
      const wallet = walletView(wallets.create(customers.find(idIn(request)), asset, chain));
      events.walletProvisioned(wallet);
      return jsonResponse(201, wallet);
    },
    listWallets: (request) => {
      const { id } = customers.find(idIn(request));
      const page = pageOf({ name: `wallets of ${id}`, state }, wallets.of(id), request.query);
      return jsonResponse(200, { ...page, data: page.data.map(walletView) });
    },
    getWallet: (request) => jsonResponse(200, walletView(wallets.find(idIn(request)))),
    getWalletBalance: (request) => {
      const currency = request.query.get('estimatedBalanceCurrencyCode') ?? 'USD';
      return jsonResponse(200, balanceView(wallets.find(idIn(request)), currency));
    },
  };
}

function ofWebhooks(state: SandboxState): Record<string, Handler> {
  const { endpoints } = state;
  return {
    createWebhookEndpoint: ({ body, isFromPage }) =>
      jsonResponse(201, createdEndpointView(endpoints.create(body as WebhookEndpointFields, isFromPage))),
    listWebhookEndpoints: ({ query }) => {
      const page = pageOf({ name: 'webhooks', state }, endpoints.all(), query);
      return jsonResponse(200, { ...page, data: page.data.map(endpointView) });
    },
    getWebhookEndpoint: (request) => jsonResponse(200, endpointView(endpoints.find(idIn(request)))),
    updateWebhookEndpoint: (request) => {
      const { body, isFromPage } = request;
      const updated = endpoints.update(idIn(request), body as WebhookEndpointFields, isFromPage);
      return jsonResponse(200, endpointView(updated));
    },
    deleteWebhookEndpoint: (request) => {
      endpoints.delete(idIn(request));
      return { status: 204, headers: {}, body: '' };
    },
  };
}

function ofAccounts(state: SandboxState): Record<string, Handler> {
  return {
    listExternalAccountSchemas: ({ query }) => jsonResponse(200, externalAccountSchemas(query)),
    createExternalAccount: (request) => {
      const customer = state.customers.find(idIn(request));
      refuseInactive(customer);
      const account = createExternalAccount(state, customer.id, request.body as CustomerFields);
      state.events.accountRegistered(account);
      return jsonResponse(201, account);
    },
  };
}

/** The id in the path; every template has at most one parameter. */
function idIn({ pathParameters }: ApiRequest): string {
  return Object.values(pathParameters)[0] ?? '';
}
