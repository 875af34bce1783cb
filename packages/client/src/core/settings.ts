import { ConfigurationError } from '../errors/configuration-error.js';
import type { ClientOptions } from '../options.js';
import { type Credentials, resolveCredentials } from './credentials.js';
import { resolveBaseUrl } from './environment.js';
import { readEnvironmentVariable } from './environment-variable.js';
import { type HeaderOptions, mergeHeaders } from './headers.js';
import { checkCount, checkLimit } from './limit.js';
import type { FetchLike } from './transport.js';

/** The client's options, checked and completed. */
export interface Settings {
  readonly baseUrl: string;
  readonly credentials: Credentials;
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly maxRetries: number;
  readonly maxResponseBytes: number;
  readonly headers: Readonly<Record<string, string>>;
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
      'This runs in a browser, where every visitor could read apiSecret. Call OMS from your server.',
    );
  }
  return {
    baseUrl: resolveBaseUrl({
      apiKey: 'apiKey' in credentials ? credentials.apiKey : undefined,
      environment: options.environment,
      baseUrl: options.baseUrl ?? readEnvironmentVariable('OMS_BASE_URL'),
    }),
    credentials,
    ...limitsOf(options),
    headers: checkHeaders(
      { accept: 'application/json', ...(!isBrowser && { 'user-agent': userAgent }) },
      options.headers,
    ),
    fetch: checkFetch(options.fetch ?? ((url, init) => globalThis.fetch(url, init))),
  };
}

function limitsOf({
  timeoutMs = 30_000,
  deadlineMs = 90_000,
  maxRetries = 2,
  maxResponseBytes = 10_000_000,
}: ClientOptions) {
  return {
    timeoutMs: checkLimit(ConfigurationError, 'timeoutMs', timeoutMs),
    deadlineMs: checkLimit(ConfigurationError, 'deadlineMs', deadlineMs),
    maxRetries: checkCount(ConfigurationError, 'maxRetries', maxRetries),
    maxResponseBytes: checkLimit(ConfigurationError, 'maxResponseBytes', maxResponseBytes),
  };
}

function checkHeaders(defaults: HeaderOptions, given: HeaderOptions | undefined): Record<string, string> {
  const headers = merge(defaults, given);
  if (!('idempotency-key' in headers)) return headers;
  throw new ConfigurationError(
    'headers',
    'Every call needs an Idempotency-Key of its own: give it with the call.',
  );
}

function merge(...parts: readonly (HeaderOptions | undefined)[]): Record<string, string> {
  try {
    return mergeHeaders(...parts);
  } catch (error) {
    throw new ConfigurationError('headers', (error as Error).message);
  }
}

function checkFetch(fetch: FetchLike): FetchLike {
  if (typeof fetch === 'function') return fetch;
  throw new ConfigurationError('fetch', `fetch must be a function; got a value of type ${typeof fetch}.`);
}
