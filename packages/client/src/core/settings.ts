import { ConfigurationError } from '../errors/configuration-error.js';
import type { ClientOptions } from '../options.js';
import { resolveBaseUrl } from './environment.js';
import { mergeHeaders } from './headers.js';
import type { FetchLike } from './transport.js';

/** The client's options, checked and completed. */
export interface Settings {
  readonly baseUrl: string;
  readonly credentials: Credentials;
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: FetchLike;
}

/** What the bearer token is made from. */
export type Credentials =
  | { readonly apiKey: string; readonly apiSecret: string }
  | { readonly token: () => Promise<string> };

/**
 * Checks the options and fills in the defaults, from the environment where the option says so.
 *
 * @throws {ConfigurationError} naming the option and the environment variable.
 */
export function resolveSettings(options: ClientOptions, userAgent: string): Settings {
  const apiKey = options.apiKey ?? readEnvironment('OMS_API_KEY');
  const credentials = resolveCredentials(options, apiKey);
  const isBrowser = 'window' in globalThis && 'document' in globalThis;
  if (isBrowser && 'apiSecret' in credentials && options.dangerouslyAllowBrowser !== true) {
    throw new ConfigurationError(
      'dangerouslyAllowBrowser',
      'This runs in a browser, where every visitor could read apiSecret. Call OMS from your server.',
    );
  }
  return {
    baseUrl: resolveBaseUrl({
      apiKey: 'apiKey' in credentials ? credentials.apiKey : undefined,
      environment: options.environment,
      baseUrl: options.baseUrl ?? readEnvironment('OMS_BASE_URL'),
    }),
    credentials,
    timeoutMs: checkPositive('timeoutMs', options.timeoutMs ?? 30_000),
    maxResponseBytes: checkPositive('maxResponseBytes', options.maxResponseBytes ?? 10_000_000),
    headers: mergeHeaders({ accept: 'application/json', ...(!isBrowser && { 'user-agent': userAgent }) }, options.headers),
    fetch: checkFetch(options.fetch ?? ((url, init) => globalThis.fetch(url, init))),
  };
}

/** The largest delay a timer takes; a longer one would fire at once. */
const maxTimerMs = 2 ** 31 - 1;

/**
 * Refuses a limit that is not a positive number a timer can take.
 *
 * @throws {ConfigurationError}
 */
export function checkPositive(option: string, value: number): number {
  if (typeof value === 'number' && value > 0 && value <= maxTimerMs) return value;
  throw new ConfigurationError(option, `${option} must be a number above 0 and at most ${maxTimerMs}.`);
}

function resolveCredentials({ token, apiSecret }: ClientOptions, apiKey: string | undefined): Credentials {
  if (token !== undefined) {
    if (typeof token === 'function') return { token };
    throw new ConfigurationError('token', 'token must be a function that gives a promise of the token.');
  }
  return {
    apiKey: checkSecret('apiKey', 'OMS_API_KEY', apiKey),
    apiSecret: checkSecret('apiSecret', 'OMS_API_SECRET', apiSecret ?? readEnvironment('OMS_API_SECRET')),
  };
}

function checkSecret(option: string, variable: string, value: string | undefined): string {
  if (value === undefined || value === '') {
    throw new ConfigurationError(option, `${option} is missing: pass it to new OmsClient({ ${option} }) or set ${variable}.`);
  }
  if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value)) {
    throw new ConfigurationError(option, `${option} has white space or characters outside ASCII; copy it again from the dashboard.`);
  }
  return value;
}

function checkFetch(fetch: FetchLike): FetchLike {
  if (typeof fetch === 'function') return fetch;
  throw new ConfigurationError('fetch', `fetch must be a function; got a value of type ${typeof fetch}.`);
}

function readEnvironment(name: string): string | undefined {
  const process = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process;
  return process?.env?.[name];
}
