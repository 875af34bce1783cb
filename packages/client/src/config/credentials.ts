import { ConfigurationError } from '../errors/oms-error.js';
import type { ClientOptions, TokenStore } from '../options.js';
import { isVisibleAscii } from '../request/check-value.js';

/** What the bearer token is made from. */
export type Credentials =
  | { readonly apiKey: string; readonly apiSecret: string }
  | { readonly token: () => Promise<string> };

/**
 * The credentials of the options, else of the environment variables.
 *
 * @throws {ConfigurationError} naming the option and the environment variable, never the value.
 */
export function resolveCredentials({ token, apiKey, apiSecret }: ClientOptions): Credentials {
  if (token !== undefined) {
    if (typeof token === 'function') return { token };
    throw new ConfigurationError('token', 'token must be an async function that returns the token.');
  }
  return {
    apiKey: checkSecret('apiKey', 'OMS_API_KEY', apiKey),
    apiSecret: checkSecret('apiSecret', 'OMS_API_SECRET', apiSecret),
  };
}

/**
 * The token store of the options, if there is one.
 *
 * @throws {ConfigurationError}
 */
export function resolveTokenStore({ token, tokenStore }: ClientOptions): TokenStore | undefined {
  if (tokenStore === undefined) return undefined;
  if (token !== undefined) {
    throw new ConfigurationError('tokenStore', 'tokenStore cannot be used with token.');
  }
  if (typeof tokenStore?.get === 'function' && typeof tokenStore.set === 'function') return tokenStore;
  throw new ConfigurationError('tokenStore', 'tokenStore must have the methods get and set.');
}

/** Some tools pass on the quotes that a file of environment variables has around a value. */
const quotes = /^["'`]|["'`]$/;

function checkSecret(option: string, variable: string, given: string | undefined): string {
  const value = given ?? readEnvironmentVariable(variable);
  if (value === undefined || value === '') {
    throw new ConfigurationError(
      option,
      `${option} is missing: pass it to new OmsClient({ ${option} }) or set ${variable}.`,
    );
  }
  if (isVisibleAscii(value) && !quotes.test(value)) return value;
  throw new ConfigurationError(
    option,
    `${option} (or ${variable}) must be a string of visible ASCII characters without spaces, line breaks or quotes around it.`,
  );
}

/** A variable of the process; `undefined` when it is unset, empty, or the runtime has none. */
export function readEnvironmentVariable(name: string): string | undefined {
  const process = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process;
  return process?.env?.[name] || undefined;
}
