import type { ApiPromise } from './calls/api-promise.js';
import { Http } from './calls/http.js';
import { resolveSettings, type Settings } from './config/settings.js';
import { packageVersion } from './generated/package.gen.js';
import { spec } from './generated/spec.gen.js';
import type { ClientOptions, OverridableOptions, RequestOptions, UntypedInit } from './options.js';
import { completeOptions } from './request/call-options.js';
import { type Connection, compose, connectionKey, type Send, type Step } from './request/pipeline.js';
import { prepare } from './request/prepare.js';
import { Auth } from './resources/auth.js';
import { bindMethods } from './resources/bind-methods.js';
import { Customers } from './resources/customers.js';
import { ExternalAccounts } from './resources/external-accounts.js';
import { Wallets } from './resources/wallets.js';
import { WebhookEndpoints } from './resources/webhook-endpoints.js';
import { auth } from './steps/auth.js';
import { drift } from './steps/drift.js';
import { idempotency } from './steps/idempotency.js';
import { logging } from './steps/logging.js';
import { middleware } from './steps/middleware.js';
import { RetryBudget, retry } from './steps/retry.js';
import { status } from './steps/status.js';
import { timeout } from './steps/timeout.js';
import { transport } from './steps/transport.js';
import { ExchangedToken, providedToken, type TokenSource } from './token/exchanged-token.js';
import { StoredTokens } from './token/stored-token.js';

/**
 * Client of the OMS customer API. One instance serves the whole process: it keeps the bearer token.
 *
 * @throws {ConfigurationError} when an option cannot be used. If a key or secret is missing, the first call rejects with it.
 */
export class OmsClient {
  /** Bearer tokens, for use elsewhere. */
  readonly auth: Auth;
  /** The people money belongs to. */
  readonly customers: Customers;
  /** Their custodial wallets. */
  readonly wallets: Wallets;
  /** Endpoints of yours that receive events. */
  readonly webhookEndpoints: WebhookEndpoints;
  /**
   * Bank accounts outside OMS.
   * @experimental Announced, not available in v0.9.
   */
  readonly externalAccounts: ExternalAccounts;

  readonly #http: Http;
  constructor(options?: ClientOptions);
  /** @internal */
  constructor(options: undefined, connection: Connection);
  constructor(options: ClientOptions = {}, connection = connect(options ?? {})) {
    const http = new Http(connection);
    this.#http = http;
    this.auth = new Auth(http);
    this.customers = new Customers(http);
    this.wallets = new Wallets(http);
    this.webhookEndpoints = new WebhookEndpoints(http);
    this.externalAccounts = new ExternalAccounts(http);
    bindMethods(this);
  }

  /**
   * Calls an operation this SDK does not know, with the same token, retries, keys and errors. Write ids as parameters,
   * `/customers/{customerId}/transactions`, so that errors and logs do not show them.
   *
   * @throws {InvalidArgumentError} for a method or path that cannot be sent.
   */
  request<T = unknown>(method: string, path: string, init?: UntypedInit & RequestOptions): ApiPromise<T> {
    return this.#http.request<T>(method, path, init, init);
  }

  /**
   * A client with other defaults that shares this one's token and retry budget. Headers and middleware are added to those
   * of this client.
   *
   * @throws {ConfigurationError}
   */
  withOptions(options: OverridableOptions): OmsClient {
    return clientOn(this.#http.withOptions(options).connection);
  }

  /**
   * For `openapiFetch`, which is another entry point of the package.
   *
   * @internal
   */
  [connectionKey](): Connection {
    return this.#http.connection;
  }
}

/** Outside the class, which would be renamed in the build if it mentioned itself. */
function clientOn(connection: Connection): OmsClient {
  return new OmsClient(undefined, connection);
}

const userAgent = `oms-sdk-client/${packageVersion} spec/${spec.version}+${spec.sha256.slice(0, 8)}`;

/** What the requests of a client share: its settings, its token and its retry budget. */
function connect(options: ClientOptions): Connection {
  const settings = resolveSettings(options, userAgent);
  const { baseUrl, defaults } = settings;
  const budget = new RetryBudget();
  const innermost = transport(settings);

  const sendExchange = compose(stepsOf(settings, budget, undefined), innermost);
  const tokens = createTokenSource(settings, sendExchange);
  const steps = stepsOf(settings, budget, tokens);
  return {
    baseUrl,
    defaults,
    send: compose(steps, innermost),
    sendForAnyStatus: compose(
      steps.filter((step) => step !== status),
      innermost,
    ),
  };
}

/** The life of a request, from the outermost step to the innermost; after it, `transport` calls `fetch`. */
function stepsOf(settings: Settings, budget: RetryBudget, tokens: TokenSource | undefined): readonly Step[] {
  return [
    idempotency,
    retry({ budget, random: Math.random }),
    status,
    middleware(settings.maxResponseBytes),
    auth(tokens),
    logging(settings.logger),
    drift(settings.onContractDrift),
    timeout,
  ];
}

function createTokenSource(
  { baseUrl, defaults, credentials, tokenStore }: Settings,
  send: Send,
): TokenSource {
  if ('token' in credentials) return providedToken(credentials.token);
  const exchange = { baseUrl, method: 'POST', template: '/auth/token', init: { body: credentials } };
  const sendExchange = () => send(prepare({ ...exchange, options: completeOptions(undefined, defaults) }));
  const store = tokenStore && new StoredTokens(tokenStore, baseUrl, credentials.apiKey);
  return new ExchangedToken(sendExchange, store);
}
