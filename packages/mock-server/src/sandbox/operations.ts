import type { ApiRequest } from '../http/api-request.js';
import { type ApiResponse, jsonResponse } from '../http/api-response.js';
import { refuseInactive } from './api-problem.js';
import type { CustomerFields } from './customer-fields.js';
import { customerFilter } from './customer-filter.js';
import type { CustomerRecord } from './customer-record.js';
import { customerView } from './customer-view.js';
import { createExternalAccount, externalAccountSchemas } from './external-accounts.js';
import { pageOf } from './pages.js';
import type { Rooms } from './rooms.js';
import { balanceView, shortView, walletView } from './wallets.js';
import { createdEndpointView, endpointView, type WebhookEndpointFields } from './webhook-endpoints.js';

/** Answers one operation. */
export type Handler = (request: ApiRequest) => ApiResponse;

/** What the sandbox does for each operation of the spec. */
export function operations(rooms: Rooms): Record<string, Handler> {
  const createToken: Handler = ({ body }) => jsonResponse(200, rooms.tokens.issue(body as object));
  return {
    createToken,
    ...ofCustomers(rooms),
    ...ofWallets(rooms),
    ...ofWebhooks(rooms),
    ...ofAccounts(rooms),
  };
}

function ofCustomers(rooms: Rooms): Record<string, Handler> {
  const { customers, wallets } = rooms;
  const view = (record: CustomerRecord) => customerView(record, wallets.of(record.id).map(shortView));
  return {
    createCustomer: ({ body }) => {
      const record = customers.create(body as CustomerFields);
      rooms.announce(record, []);
      return jsonResponse(201, view(record));
    },
    getCustomer: (request) => jsonResponse(200, view(customers.find(idIn(request)))),
    updateCustomer: (request) => {
      const [id, fields] = [idIn(request), request.body as CustomerFields];
      return jsonResponse(200, view(rooms.changing(id, () => customers.update(id, fields))));
    },
    deleteCustomer: (request) => jsonResponse(200, view(customers.delete(idIn(request)))),
    listCustomers: ({ query }) => {
      const page = pageOf('customers', customers.all().filter(customerFilter(query)), query);
      return jsonResponse(200, { ...page, data: page.data.map(view) });
    },
  };
}

function ofWallets({ customers, wallets }: Rooms): Record<string, Handler> {
  return {
    createWallet: (request) => {
      const { asset, chain } = request.body as { asset: string; chain: string };
      return jsonResponse(201, walletView(wallets.create(customers.find(idIn(request)), asset, chain)));
    },
    listWallets: (request) => {
      const { id } = customers.find(idIn(request));
      const page = pageOf(`wallets of ${id}`, wallets.of(id), request.query);
      return jsonResponse(200, { ...page, data: page.data.map(walletView) });
    },
    getWallet: (request) => jsonResponse(200, walletView(wallets.find(idIn(request)))),
    getWalletBalance: (request) => {
      const currency = request.query.get('estimatedBalanceCurrencyCode') ?? 'USD';
      return jsonResponse(200, balanceView(wallets.find(idIn(request)), currency));
    },
  };
}

function ofWebhooks({ endpoints }: Rooms): Record<string, Handler> {
  return {
    createWebhookEndpoint: ({ body }) =>
      jsonResponse(201, createdEndpointView(endpoints.create(body as WebhookEndpointFields))),
    listWebhookEndpoints: ({ query }) => {
      const page = pageOf('webhooks', endpoints.all(), query);
      return jsonResponse(200, { ...page, data: page.data.map(endpointView) });
    },
    getWebhookEndpoint: (request) => jsonResponse(200, endpointView(endpoints.find(idIn(request)))),
    updateWebhookEndpoint: (request) =>
      jsonResponse(200, endpointView(endpoints.update(idIn(request), request.body as WebhookEndpointFields))),
    deleteWebhookEndpoint: (request) => {
      endpoints.delete(idIn(request));
      return { status: 204, headers: {}, body: '' };
    },
  };
}

function ofAccounts({ customers, world }: Rooms): Record<string, Handler> {
  return {
    listExternalAccountSchemas: ({ query }) => jsonResponse(200, externalAccountSchemas(query)),
    createExternalAccount: (request) => {
      const customer = customers.find(idIn(request));
      refuseInactive(customer);
      return jsonResponse(201, createExternalAccount(world, customer.id, request.body as CustomerFields));
    },
  };
}

/** The id in the path; every template has at most one parameter. */
function idIn({ pathParameters }: ApiRequest): string {
  return Object.values(pathParameters)[0] ?? '';
}
