import { ConfigurationError } from '../errors/configuration-error.js';
import type { Middleware } from '../middleware.js';
import type { OverridableOptions } from '../options.js';
import { type HeaderOptions, mergeHeaders } from './headers.js';
import { checkCount, checkLimit } from './limit.js';

/** A client's own values for what a call does not set. */
export interface CallDefaults {
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly maxRetries: number;
  readonly middleware: readonly Middleware[];
}

/** What holds when nothing is set. */
export const initialDefaults: CallDefaults = {
  headers: { accept: 'application/json' },
  timeoutMs: 30_000,
  deadlineMs: 90_000,
  maxRetries: 2,
  middleware: [],
};

/**
 * The defaults after these options: headers and middleware are added, the rest is replaced.
 *
 * @throws {ConfigurationError} naming the option.
 */
export function overrideDefaults(defaults: CallDefaults, options: OverridableOptions): CallDefaults {
  const limit = (name: 'timeoutMs' | 'deadlineMs') =>
    checkLimit(ConfigurationError, name, options[name] ?? defaults[name]);
  return {
    headers: checkHeaders(defaults.headers, options.headers),
    timeoutMs: limit('timeoutMs'),
    deadlineMs: limit('deadlineMs'),
    maxRetries: checkCount(ConfigurationError, 'maxRetries', options.maxRetries ?? defaults.maxRetries),
    middleware: [...defaults.middleware, ...checkMiddleware(ConfigurationError, options.middleware)],
  };
}

/** Refuses a list that holds anything but functions. */
export function checkMiddleware(
  ErrorClass: new (name: string, message: string) => Error,
  list: readonly Middleware[] = [],
): readonly Middleware[] {
  if (Array.isArray(list) && list.every((one) => typeof one === 'function')) return list;
  throw new ErrorClass('middleware', 'middleware must be a list of functions.');
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
