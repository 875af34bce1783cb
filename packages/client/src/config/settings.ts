import { ConfigurationError } from '../errors/oms-error.js';
import type { ClientOptions, ContractDrift, FetchLike, Logger, TokenStore } from '../options.js';
import { initialDefaults, overrideDefaults } from '../request/call-options.js';
import { checkNames } from '../request/check-names.js';
import { checkFunction, checkLimit, isVisibleAscii } from '../request/check-value.js';
import type { CallDefaults } from '../request/pipeline.js';
import { resolveBaseUrl } from './base-url.js';
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

/** The logger that was passed, or `console` at the level that `OMS_LOG` sets. */
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

/** What the bearer token is made from. */
type Credentials = { readonly apiKey: string; readonly apiSecret: string } | ProvidedToken;

/** The caller's own function, or one that says what is missing. */
interface ProvidedToken {
  readonly token: () => Promise<string>;
  readonly apiKey?: string | undefined;
  readonly isMissing: boolean;
}

/**
 * The credentials of the options, else of the environment variables. What is missing is an error of the first call, so that
 * a framework can build a program that is configured where it runs.
 *
 * @throws {ConfigurationError} naming the option and the environment variable, never the value.
 */
function resolveCredentials({ token, apiKey, apiSecret }: ClientOptions): Credentials {
  if (token !== undefined) {
    if (typeof token === 'function') return { token, isMissing: false };
    throw new ConfigurationError('token', 'token must be an async function that returns the token.');
  }
  const key = checkSecret('apiKey', 'OMS_API_KEY', apiKey);
  const secret = checkSecret('apiSecret', 'OMS_API_SECRET', apiSecret);
  if (key !== undefined && secret !== undefined) return { apiKey: key, apiSecret: secret };
  const [option, variable] = key === undefined ? ['apiKey', 'OMS_API_KEY'] : ['apiSecret', 'OMS_API_SECRET'];
  const problem = `${option} is missing: pass it to new OmsClient({ ${option} }) or set ${variable}.`;
  const fail = async () => {
    throw new ConfigurationError(option, problem);
  };
  return { token: fail, apiKey: key, isMissing: true };
}

/**
 * The token store of the options, if there is one.
 *
 * @throws {ConfigurationError}
 */
function resolveTokenStore({ token, tokenStore }: ClientOptions): TokenStore | undefined {
  if (tokenStore === undefined) return undefined;
  if (token !== undefined) {
    throw new ConfigurationError('tokenStore', 'tokenStore cannot be used with token.');
  }
  if (typeof tokenStore?.get === 'function' && typeof tokenStore.set === 'function') return tokenStore;
  throw new ConfigurationError('tokenStore', 'tokenStore must have the methods get and set.');
}

/** Some tools pass on the quotes that a file of environment variables has around a value. */
const quotes = /^["'`]|["'`]$/;

/** `undefined` if there is none. */
function checkSecret(option: string, variable: string, given: string | undefined): string | undefined {
  const value = given ?? readEnvironmentVariable(variable);
  if (value === undefined || value === '') return undefined;
  if (isVisibleAscii(value) && !quotes.test(value)) return value;
  throw new ConfigurationError(
    option,
    `${option} (or ${variable}) must be a string of visible ASCII characters without spaces, line breaks or quotes around it.`,
  );
}

/** A variable of the process; `undefined` when it is unset, empty, or the runtime has none. */
function readEnvironmentVariable(name: string): string | undefined {
  const process = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process;
  return process?.env?.[name] || undefined;
}
