import { ConfigurationError } from '../errors/oms-error.js';
import { servers } from '../generated/operations.gen.js';
import type { Environment } from '../options.js';

/** What decides where requests go. */
export interface EnvironmentOptions {
  readonly apiKey: string | undefined;
  readonly environment: Environment | undefined;
  readonly baseUrl: string | undefined;
  readonly allowHttp: boolean;
  /** Whether the key or the secret is missing. */
  readonly sendsNothing: boolean;
}

/**
 * Base URL without a final slash.
 *
 * @throws {ConfigurationError} for an unknown environment, an unusable base URL, or a key of another environment, or with
 * an unknown prefix when neither option decides.
 */
export function resolveBaseUrl(options: EnvironmentOptions): string {
  const { apiKey, environment, baseUrl, allowHttp, sendsNothing } = options;
  const ofKey = environmentOfKey(apiKey);
  if (environment !== undefined && !Object.hasOwn(servers, environment)) {
    throw new ConfigurationError(
      'environment',
      `environment must be one of: ${Object.keys(servers).join(', ')}.`,
    );
  }
  if (apiKey !== undefined && !ofKey && environment === undefined && baseUrl === undefined) {
    throw new ConfigurationError(
      'apiKey',
      'apiKey (or OMS_API_KEY) begins with neither sk_sdbx_ nor sk_live_. Check it, or set environment or baseUrl.',
    );
  }
  const mayUseHttp = allowHttp && (sendsNothing || (ofKey ?? environment) === 'sandbox');
  const url =
    baseUrl === undefined ? servers[environment ?? ofKey ?? 'sandbox'] : checkBaseUrl(baseUrl, mayUseHttp);
  const other = [environmentOfUrl(url), environment].find((target) => target && target !== ofKey);
  if (ofKey && other) {
    throw new ConfigurationError(
      'environment',
      `The API key belongs to ${ofKey}, but the client is set to ${other}. Change one of the two.`,
    );
  }
  return url;
}

/** `sk_sdbx_…` and `sk_live_…`, also with an infix for an internal environment (`sk_dev_sdbx_…`). */
function environmentOfKey(apiKey: string | undefined): Environment | undefined {
  const kind = /^sk_(?:[a-z]+_)?(sdbx|live)_/.exec(apiKey ?? '')?.[1];
  return kind === undefined ? undefined : kind === 'live' ? 'production' : 'sandbox';
}

function environmentOfUrl(url: string): Environment | undefined {
  const origin = new URL(url).origin;
  return (Object.keys(servers) as Environment[]).find((name) => new URL(servers[name]).origin === origin);
}

/** Origins to which a secret may be sent. */
const trusted = /^(https:|http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$)/;

function checkBaseUrl(baseUrl: string, mayUseHttp: boolean): string {
  const url = parseUrl(baseUrl);
  if (url === undefined) {
    throw new ConfigurationError(
      'baseUrl',
      'baseUrl (or OMS_BASE_URL) must be a URL such as https://host/v0.9.',
    );
  }
  if (!trusted.test(url.origin) && !(mayUseHttp && url.protocol === 'http:')) {
    throw new ConfigurationError(
      'baseUrl',
      'baseUrl (or OMS_BASE_URL) must begin with https:; http: is allowed on loopback, and elsewhere with allowHttp and a sandbox key.',
    );
  }
  let plain = url.origin + url.pathname;
  if (url.href !== plain) {
    throw new ConfigurationError(
      'baseUrl',
      'baseUrl (or OMS_BASE_URL) must not contain credentials, a query or a fragment.',
    );
  }
  while (plain.endsWith('/')) plain = plain.slice(0, -1);
  return plain;
}

function parseUrl(text: string): URL | undefined {
  try {
    const url = new URL(text);
    // With a dot at its end, a name is the same host.
    url.hostname = url.hostname.replace(/\.$/, '');
    return url;
  } catch {
    return undefined;
  }
}
