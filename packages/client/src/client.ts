import { auth } from './core/auth.js';
import type { Credentials } from './core/credentials.js';
import { createEngine } from './core/engine.js';
import { Http } from './core/http.js';
import { idempotency } from './core/idempotency.js';
import { asUnsent, readIssuedToken } from './core/issued-token.js';
import { createPathClient, type PathClient } from './core/path-client.js';
import { retry } from './core/retry.js';
import { RetryBudget } from './core/retry-budget.js';
import { compose } from './core/send.js';
import { resolveSettings } from './core/settings.js';
import { timeout } from './core/timeout.js';
import { ExchangedToken, providedToken, type TokenSource } from './core/token-source.js';
import { transport } from './core/transport.js';
import { packageVersion } from './generated/package.gen.js';
import { spec } from './generated/spec.gen.js';
import type { ClientOptions } from './options.js';
import { Auth } from './resources/auth.js';
import { Customers } from './resources/customers.js';
import { ExternalAccounts } from './resources/external-accounts.js';
import { Wallets } from './resources/wallets.js';
import { WebhookEndpoints } from './resources/webhook-endpoints.js';

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

  constructor(options: ClientOptions = {}) {
    const settings = resolveSettings(
      options,
      `oms-sdk-client/${packageVersion} spec/${spec.version}+${spec.sha256.slice(0, 8)}`,
    );
    const tokens = createTokenSource(settings.credentials, () => this.auth);
    const retries = retry({ budget: new RetryBudget(), random: Math.random });
    const send = compose([idempotency, retries, auth(tokens), timeout], transport(settings));
    const http = new Http(createEngine(settings.baseUrl, send), settings);

    this.auth = new Auth(http);
    this.customers = new Customers(http);
    this.wallets = new Wallets(http);
    this.webhookEndpoints = new WebhookEndpoints(http);
    this.externalAccounts = new ExternalAccounts(http);
    this.raw = createPathClient(http);
  }
}

function createTokenSource(credentials: Credentials, resource: () => Auth): TokenSource {
  if ('token' in credentials) return providedToken(credentials.token);
  const exchange = () =>
    resource().createToken(credentials).withResponse().then(readIssuedToken).catch(asUnsent);
  return new ExchangedToken({ exchange, now: () => performance.now() });
}
