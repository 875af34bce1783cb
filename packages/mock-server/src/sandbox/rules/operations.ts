import { type ApiRequest, jsonResponse } from '../../http/message.js';
import type { Dialect } from '../dialect.js';
import type { Fingerprint } from '../state/ids.js';
import type { SandboxState } from '../state/sandbox-state.js';
import {
  createdEndpointView,
  endpointView,
  type WebhookEndpointFields,
} from '../webhooks/webhook-endpoints.js';
import { invalidRequest, refuseInactive } from './api-problem.js';
import { type CustomerFields, type CustomerRecord, customerFilter, customerView } from './customer-record.js';
import { createExternalAccount, externalAccountSchemas } from './external-accounts.js';
import type { Result } from './idempotency.js';
import { balanceView, shortView, walletView } from './wallets.js';

/** Does what the requests of one operation ask for. */
export type Handler = (request: ApiRequest) => Result;

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
    createCustomer: ({ body }) => {
      const { endorsementName, requirements } = state.dialect;
      return {
        created: customers.create(body as CustomerFields),
        dialect: { endorsementName, requirements },
      };
    },
    getCustomer: (request) => jsonResponse(200, view(customers.find(idIn(request)))),
    updateCustomer: (request) =>
      jsonResponse(200, view(customers.update(idIn(request), request.body as CustomerFields))),
    deleteCustomer: (request) => jsonResponse(200, view(customers.delete(idIn(request)))),
    listCustomers: ({ query }) => {
      const isWanted = customerFilter(query);
      const below = (ordinal: number) => wantedOf(customers.below(ordinal), isWanted);
      const page = pageOf({ name: 'customers', state }, below, query);
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
      const below = (ordinal: number) => wallets.of(id).filter((wallet) => wallet.ordinal < ordinal);
      const page = pageOf({ name: `wallets of ${id}`, state }, below, request.query);
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
      const below = (ordinal: number) => endpoints.all().filter((endpoint) => endpoint.ordinal < ordinal);
      const page = pageOf({ name: 'webhooks', state }, below, query);
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

const defaultLimit = 50;

/** One page of a list, with the position of the next under the name that the dialect has for it. */
interface Page<Item> extends Partial<Readonly<Record<Dialect['cursor'], string | null>>> {
  readonly data: readonly Item[];
  readonly hasMore: boolean;
}

/** Which list it is, and of which sandbox: its cursors can be recognised by a fingerprint. */
interface List {
  readonly name: string;
  readonly state: { readonly fingerprint: Fingerprint; readonly dialect: Dialect };
}

interface Listed {
  readonly ordinal: number;
}

function* wantedOf<Item>(items: Iterable<Item>, isWanted: (item: Item) => boolean): Iterable<Item> {
  for (const item of items) if (isWanted(item)) yield item;
}

/**
 * The page that `limit` and `cursor` ask for, of the items below an ordinal in falling order; no more of them are looked at
 * than it takes to see whether there is another page. A cursor holds the place of the last item of the page before, so
 * neither new items shift it nor items that are gone break it. It counts for the list of this name only.
 */
function pageOf<Item extends Listed>(
  list: List,
  itemsBelow: (ordinal: number) => Iterable<Item>,
  query: URLSearchParams,
): Page<Item> {
  const limit = Number(query.get('limit') ?? defaultLimit);
  const data: Item[] = [];
  let hasMore = false;
  for (const item of itemsBelow(placeIn(list, query.get('cursor')))) {
    hasMore = data.length === limit;
    if (hasMore) break;
    data.push(item);
  }
  const last = data.at(-1);
  const cursor = hasMore && last !== undefined ? cursorAfter(list, last.ordinal) : null;
  return { data, hasMore, [list.state.dialect.cursor]: cursor };
}

function cursorAfter({ name, state }: List, ordinal: number): string {
  const place = ordinal.toString(36);
  return `${place}_${state.fingerprint(name, place).slice(0, 8)}`;
}

function placeIn(list: List, cursor: string | null): number {
  if (cursor === null) return Number.POSITIVE_INFINITY;
  const ordinal = Number.parseInt(cursor, 36);
  if (cursor === cursorAfter(list, ordinal)) return ordinal;
  const message = 'Must be the cursor of a page of the same list.';
  throw invalidRequest([{ location: 'query.cursor', code: 'unknown', message }]);
}
