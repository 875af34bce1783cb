import { ConfigurationError } from '../errors/configuration-error.js';
import type { Middleware } from '../middleware.js';
import type { OverridableOptions } from '../options.js';
import type { ArgumentErrorClass } from './argument-error-class.js';
import { mergeHeaders } from './headers.js';
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
 * The defaults after these options of a client: headers and middleware are added, the rest is replaced.
 *
 * @throws {ConfigurationError} naming the option.
 */
export function overrideDefaults(defaults: CallDefaults, options: OverridableOptions): CallDefaults {
  const changed = override(ConfigurationError, defaults, options ?? {});
  if (!('idempotency-key' in changed.headers)) return changed;
  throw new ConfigurationError('headers', 'Every call needs its own Idempotency-Key: pass it with the call.');
}

/** The same for the options of a client or of a call; what is wrong with them is thrown as an `ErrorClass`. */
export function override(
  ErrorClass: ArgumentErrorClass,
  defaults: CallDefaults,
  { headers, timeoutMs, deadlineMs, maxRetries, middleware }: OverridableOptions,
): CallDefaults {
  return {
    headers: headers == null ? defaults.headers : mergeHeaders(ErrorClass, defaults.headers, headers),
    timeoutMs: checkLimit(ErrorClass, 'timeoutMs', timeoutMs ?? defaults.timeoutMs),
    deadlineMs: checkLimit(ErrorClass, 'deadlineMs', deadlineMs ?? defaults.deadlineMs),
    maxRetries: checkCount(ErrorClass, 'maxRetries', maxRetries ?? defaults.maxRetries),
    middleware: defaults.middleware.concat(checkMiddleware(ErrorClass, middleware)),
  };
}

/** Refuses a list that holds anything but functions. */
function checkMiddleware(
  ErrorClass: ArgumentErrorClass,
  list: readonly Middleware[] = [],
): readonly Middleware[] {
  if (Array.isArray(list) && list.every((one) => typeof one === 'function')) return list;
  throw new ErrorClass('middleware', 'middleware must be a list of functions.');
}
