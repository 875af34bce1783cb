import { ConfigurationError } from '../errors/configuration-error.js';
import type { Logger } from '../logger.js';
import type { ClientOptions } from '../options.js';
import { type CallDefaults, initialDefaults, overrideDefaults } from '../request/call-defaults.js';
import type { FetchLike } from '../request/fetch-like.js';
import { checkLimit } from '../request/limit.js';
import { shapeOf } from '../request/shape-of.js';
import type { DriftListener } from '../steps/drift.js';
import type { TokenStore } from '../token-store.js';
import { resolveBaseUrl } from './base-url.js';
import { type Credentials, resolveCredentials, resolveTokenStore } from './credentials.js';
import { readEnvironmentVariable } from './environment-variable.js';
import { resolveLogger } from './resolve-logger.js';

/** The client's options, checked and completed. */
export interface Settings {
  readonly baseUrl: string;
  readonly credentials: Credentials;
  readonly tokenStore: TokenStore | undefined;
  readonly defaults: CallDefaults;
  readonly maxResponseBytes: number;
  readonly logger: Logger | undefined;
  readonly onContractDrift: DriftListener | undefined;
  readonly fetch: FetchLike;
}

/**
 * Checks the options and fills in the defaults, from the environment where the option says so.
 *
 * @throws {ConfigurationError} naming the option and the environment variable.
 */
export function resolveSettings(options: ClientOptions, userAgent: string): Settings {
  const isBrowser = 'window' in globalThis && 'document' in globalThis;
  const credentials = resolveCredentials(options);
  if (isBrowser && 'apiSecret' in credentials && options.dangerouslyAllowBrowser !== true) {
    throw new ConfigurationError(
      'dangerouslyAllowBrowser',
      'This runs in a browser, where every visitor can read apiSecret. Call OMS from your server.',
    );
  }
  const { maxResponseBytes = 10_000_000 } = options;
  const headers = { ...initialDefaults.headers, ...(!isBrowser && { 'user-agent': userAgent }) };
  return {
    baseUrl: resolveBaseUrl({
      apiKey: 'apiKey' in credentials ? credentials.apiKey : undefined,
      environment: options.environment,
      baseUrl: options.baseUrl ?? readEnvironmentVariable('OMS_BASE_URL'),
    }),
    credentials,
    tokenStore: resolveTokenStore(options),
    defaults: overrideDefaults({ ...initialDefaults, headers }, options),
    maxResponseBytes: checkLimit(ConfigurationError, 'maxResponseBytes', maxResponseBytes),
    logger: resolveLogger(options.logger),
    onContractDrift: checkFunction('onContractDrift', options.onContractDrift),
    fetch: checkFunction('fetch', options.fetch) ?? ((url, init) => globalThis.fetch(url, init)),
  };
}

function checkFunction<F>(option: string, value: F | undefined): F | undefined {
  if (value === undefined || typeof value === 'function') return value;
  throw new ConfigurationError(option, `${option} must be a function; got ${shapeOf(value)}.`);
}
