import { ConfigurationError } from '../errors/oms-error.js';
import type { ClientOptions, TokenStore } from '../options.js';
import { isVisibleAscii } from '../request/check-value.js';

/** What the bearer token is made from. */
export type Credentials = { readonly apiKey: string; readonly apiSecret: string } | ProvidedToken;

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
export function resolveCredentials({ token, apiKey, apiSecret }: ClientOptions): Credentials {
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
export function readEnvironmentVariable(name: string): string | undefined {
  const process = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process;
  return process?.env?.[name] || undefined;
}
