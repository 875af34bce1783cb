import type { ApiPromise } from './calls/api-promise.js';
import { Http } from './calls/http.js';
import { createPathClient, type PathClient } from './calls/path-client.js';
import { resolveSettings, type Settings } from './config/settings.js';
import { packageVersion } from './generated/package.gen.js';
import { spec } from './generated/spec.gen.js';
import type { ClientOptions, OverridableOptions, RequestOptions, UntypedInit } from './options.js';
import type { Connection } from './request/connection.js';
import { compose } from './request/pipeline.js';
import { Auth } from './resources/auth.js';
import { Customers } from './resources/customers.js';
import { ExternalAccounts } from './resources/external-accounts.js';
import { Wallets } from './resources/wallets.js';
import { WebhookEndpoints } from './resources/webhook-endpoints.js';
import { auth } from './steps/auth.js';
import { drift } from './steps/drift.js';
import { idempotency } from './steps/idempotency.js';
import { logging } from './steps/logging.js';
import { middleware } from './steps/middleware.js';
import { retry } from './steps/retry.js';
import { RetryBudget } from './steps/retry-budget.js';
import { timeout } from './steps/timeout.js';
import { transport } from './steps/transport.js';
import { ExchangedToken, providedToken, type TokenSource } from './token/exchanged-token.js';
import { asUnsent, readIssuedToken } from './token/issued-token.js';

/**
 * Client of the OMS customer API. One instance serves the whole process: it keeps the bearer token.
 *
 * @throws {ConfigurationError} when an option is missing or cannot be used.
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
  /** Every operation of the spec by its path, typed, without rejection on an error status. */
  readonly raw: PathClient;

  readonly #http: Http;

  constructor(options?: ClientOptions);
  constructor(given: ClientOptions | Http = {}) {
    const http = given instanceof Http ? given : new Http(connect(given ?? {}, () => this.auth));
    this.#http = http;
    this.auth = new Auth(http);
    this.customers = new Customers(http);
    this.wallets = new Wallets(http);
    this.webhookEndpoints = new WebhookEndpoints(http);
    this.externalAccounts = new ExternalAccounts(http);
    this.raw = createPathClient(http);
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
    return new OmsClient(this.#http.withOptions(options) as ClientOptions);
  }
}

const userAgent = `oms-sdk-client/${packageVersion} spec/${spec.version}+${spec.sha256.slice(0, 8)}`;

/** The life of a request, from the outermost step to the innermost. */
function connect(options: ClientOptions, resource: () => Auth): Connection {
  const settings = resolveSettings(options, userAgent);
  const { baseUrl, defaults, logger, maxResponseBytes, onContractDrift } = settings;
  const steps = [
    idempotency,
    retry({ budget: new RetryBudget(), random: Math.random }),
    middleware(maxResponseBytes),
    auth(createTokenSource(settings, resource)),
    ...(logger === undefined ? [] : [logging(logger)]),
    ...(onContractDrift === undefined ? [] : [drift(onContractDrift)]),
  ];
  return { baseUrl, defaults, send: compose(steps, timeout(transport(settings))) };
}

function createTokenSource({ credentials, tokenStore }: Settings, resource: () => Auth): TokenSource {
  if ('token' in credentials) return providedToken(credentials.token);
  const exchange = () =>
    resource().createToken(credentials).withResponse().then(readIssuedToken).catch(asUnsent);
  return new ExchangedToken({ exchange, store: tokenStore, now: () => performance.now() });
}
