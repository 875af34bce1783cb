import { ConfigurationError } from '../errors/oms-error.js';
import type { ClientOptions, ContractDrift, FetchLike, Logger, TokenStore } from '../options.js';
import { initialDefaults, overrideDefaults } from '../request/call-options.js';
import { checkNames } from '../request/check-names.js';
import { checkFunction, checkLimit } from '../request/check-value.js';
import type { CallDefaults } from '../request/pipeline.js';
import { resolveBaseUrl } from './base-url.js';
import {
  type Credentials,
  readEnvironmentVariable,
  resolveCredentials,
  resolveTokenStore,
} from './credentials.js';
import { clientOptionNames } from './option-names.js';

/** The client's options, checked and completed. */
export interface Settings {
  readonly baseUrl: string;
  readonly credentials: Credentials;
  readonly tokenStore: TokenStore | undefined;
  readonly defaults: CallDefaults;
  readonly maxResponseBytes: number;
  readonly logger: Logger | undefined;
  readonly onContractDrift: ((drift: ContractDrift) => void) | undefined;
  readonly fetch: FetchLike;
}

/**
 * Checks the options and fills in the defaults, from the environment where the option says so.
 *
 * @throws {ConfigurationError} naming the option and the environment variable.
 */
export function resolveSettings(options: ClientOptions, userAgent: string): Settings {
  checkNames(ConfigurationError, options, clientOptionNames);
  const isBrowser = isPage() || isWorkerOfPage();
  const credentials = resolveCredentials(options);
  if (isBrowser && 'apiSecret' in credentials && options.dangerouslyAllowBrowser !== true) {
    throw new ConfigurationError(
      'dangerouslyAllowBrowser',
      'This runs in a browser, where every visitor can read apiSecret. Call OMS from your server, or pass token, a function that gets one there.',
    );
  }
  const { maxResponseBytes = 10_000_000 } = options;
  const headers = { ...initialDefaults.headers, ...(!isBrowser && { 'user-agent': userAgent }) };
  return {
    baseUrl: resolveBaseUrl({
      apiKey: credentials.apiKey,
      environment: options.environment,
      baseUrl: options.baseUrl ?? readEnvironmentVariable('OMS_BASE_URL'),
      allowHttp: options.allowHttp === true,
      sendsNothing: 'isMissing' in credentials && credentials.isMissing,
    }),
    credentials,
    tokenStore: resolveTokenStore(options),
    defaults: overrideDefaults({ ...initialDefaults, headers }, options),
    maxResponseBytes: checkLimit(ConfigurationError, 'maxResponseBytes', maxResponseBytes),
    logger: resolveLogger(options.logger),
    onContractDrift: checkFunction(ConfigurationError, 'onContractDrift', options.onContractDrift),
    fetch:
      checkFunction(ConfigurationError, 'fetch', options.fetch) ??
      ((url, init) => globalThis.fetch(url, init)),
  };
}

function isPage(): boolean {
  return 'window' in globalThis && 'document' in globalThis;
}

/** Its code is the page's. Workers of other runtimes have the same global scope, but name themselves in `userAgent`. */
function isWorkerOfPage(): boolean {
  const { navigator } = globalThis as { navigator?: { userAgent?: string } };
  return 'WorkerGlobalScope' in globalThis && /^Mozilla\//.test(navigator?.userAgent ?? '');
}

let hasWarned = false;

/** The logger that was passed, or `console` as far as `OMS_LOG` asks for it. */
function resolveLogger(given: Logger | undefined): Logger | undefined {
  if (given !== undefined) return checkLogger(given);
  const level = readEnvironmentVariable('OMS_LOG');
  if (level === undefined || level === 'off') return undefined;
  const { console } = globalThis;
  if (level === 'debug') return console;
  if (level === 'warn') return { debug: () => undefined, warn: (...entry) => console.warn(...entry) };
  // A misspelt variable is no reason not to start.
  if (!hasWarned) console.warn('OMS_LOG must be debug, warn or off; nothing is logged.');
  hasWarned = true;
  return undefined;
}

function checkLogger(logger: Logger): Logger {
  if (typeof logger?.debug === 'function' && typeof logger.warn === 'function') return logger;
  throw new ConfigurationError('logger', 'logger must have the methods debug and warn, as console has.');
}
