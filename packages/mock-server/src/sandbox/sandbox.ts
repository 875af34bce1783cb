import { type Answer, jsonAnswer } from '../message/answer.js';
import type { ApiRequest } from '../message/api-request.js';
import { ApiProblem } from './api-problem.js';
import type { CustomerRecord } from './customer-record.js';
import { customerView } from './customer-view.js';
import { type CustomerFields, Customers } from './customers.js';
import type { EndorsementName, Ruling } from './endorsements.js';
import { createExternalAccount, externalAccountSchemas } from './external-accounts.js';
import { IdempotencyRecords } from './idempotency.js';
import { listedCustomers } from './list-customers.js';
import { pageOf } from './pages.js';
import { Tokens } from './tokens.js';
import { balanceView, shortView, Wallets } from './wallets.js';
import { type WebhookEndpointFields, WebhookEndpoints } from './webhook-endpoints.js';
import { World, type WorldOptions } from './world.js';

type Handler = (request: ApiRequest) => Answer;

/**
 * A pretend OMS with a memory: what was created is there, and the rules of the documentation hold. It is plain
 * TypeScript and answers at once, so that it runs wherever `fetch` does.
 */
export class Sandbox {
  readonly #world: World;
  readonly #tokens: Tokens;
  readonly #customers: Customers;
  readonly #wallets: Wallets;
  readonly #endpoints: WebhookEndpoints;
  readonly #idempotency = new IdempotencyRecords();
  readonly #handlers: ReadonlyMap<string, Handler>;

  constructor(options: WorldOptions) {
    this.#world = new World(options);
    this.#tokens = new Tokens(this.#world);
    this.#customers = new Customers(this.#world);
    this.#wallets = new Wallets(this.#world);
    this.#endpoints = new WebhookEndpoints(this.#world);
    this.#handlers = new Map(Object.entries(this.#operations()));
  }

  /** Answers a request that keeps the contract. */
  answer(request: ApiRequest): Answer {
    try {
      return this.#run(request);
    } catch (error) {
      if (error instanceof ApiProblem) return error.toAnswer(request.id);
      throw error;
    }
  }

  /** Lets time pass: tokens expire, and new records are younger. */
  advance(ms: number): void {
    this.#world.advance(ms);
  }

  /** Rules on an endorsement as a reviewer would. Throws for an unknown customer. */
  rule(customerId: string, name: EndorsementName, ruling: Ruling): void {
    const record = this.#customers.find(customerId);
    record.requested.add(name);
    record.rulings.set(name, ruling);
  }

  #run(request: ApiRequest): Answer {
    const handler = this.#handlers.get(request.operationId ?? '');
    if (handler === undefined)
      throw new ApiProblem(404, 'not_found', 'The sandbox does not know this operation.');
    if (request.operationId === 'createToken') return handler(request);
    this.#tokens.check(request.headers['authorization']);
    return this.#idempotency.once(request, () => handler(request));
  }

  #view(record: CustomerRecord): object {
    return customerView(record, this.#wallets.of(record.id).map(shortView));
  }

  #operations(): Record<string, Handler> {
    const [customers, wallets, endpoints, world] = [
      this.#customers,
      this.#wallets,
      this.#endpoints,
      this.#world,
    ];
    const view = (record: CustomerRecord) => this.#view(record);
    return {
      createToken: ({ body }) => jsonAnswer(200, this.#tokens.issue(body as object)),
      createCustomer: ({ body }) => jsonAnswer(201, view(customers.create(body as CustomerFields))),
      getCustomer: (request) => jsonAnswer(200, view(customers.find(idIn(request)))),
      updateCustomer: (request) =>
        jsonAnswer(200, view(customers.update(idIn(request), request.body as CustomerFields))),
      deleteCustomer: (request) => jsonAnswer(200, view(customers.delete(idIn(request)))),
      listCustomers: ({ query }) => {
        const page = pageOf(listedCustomers(customers.all(), query), query);
        return jsonAnswer(200, { ...page, data: page.data.map(view) });
      },
      createWallet: (request) => {
        const { asset, chain } = request.body as { asset: string; chain: string };
        return jsonAnswer(201, wallets.create(customers.find(idIn(request)), asset, chain));
      },
      listWallets: (request) => {
        const { id } = customers.find(idIn(request));
        return jsonAnswer(200, pageOf(wallets.of(id), request.query));
      },
      getWallet: (request) => jsonAnswer(200, wallets.find(idIn(request))),
      getWalletBalance: (request) => {
        const currency = request.query.get('estimatedBalanceCurrencyCode') ?? 'USD';
        return jsonAnswer(200, balanceView(wallets.find(idIn(request)), currency));
      },
      createWebhookEndpoint: ({ body }) => jsonAnswer(201, endpoints.create(body as WebhookEndpointFields)),
      listWebhookEndpoints: ({ query }) => jsonAnswer(200, pageOf(endpoints.all(), query)),
      getWebhookEndpoint: (request) => jsonAnswer(200, endpoints.find(idIn(request))),
      updateWebhookEndpoint: (request) =>
        jsonAnswer(200, endpoints.update(idIn(request), request.body as WebhookEndpointFields)),
      deleteWebhookEndpoint: (request) => {
        endpoints.delete(idIn(request));
        return { status: 204, headers: {}, body: '' };
      },
      listExternalAccountSchemas: ({ query }) => jsonAnswer(200, externalAccountSchemas(query)),
      createExternalAccount: (request) => {
        const { id } = customers.find(idIn(request));
        return jsonAnswer(201, createExternalAccount(world, id, request.body as CustomerFields));
      },
    };
  }
}

/** The id in the path; every template has at most one parameter. */
function idIn({ pathParameters }: ApiRequest): string {
  return Object.values(pathParameters)[0] ?? '';
}
