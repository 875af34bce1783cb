import { ConfigurationError, InvalidArgumentError } from '../errors/oms-error.js';
import type { Middleware, OverridableOptions, RequestOptions } from '../options.js';
import { type ArgumentErrorClass, checkCount, checkFunction, checkLimit } from './check-value.js';
import { mergeHeaders } from './headers.js';
import type { CallDefaults, CallLimits, RequestRecord } from './pipeline.js';

/** The defaults of a client whose options set nothing. */
export const initialDefaults: CallDefaults = {
  headers: { accept: 'application/json' },
  timeoutMs: 30_000,
  deadlineMs: 90_000,
  maxRetries: 2,
  middleware: [],
  waitUntil: undefined,
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

/** The part of a request that options decide. */
export type CallOptions = Pick<RequestRecord, 'headers' | 'limits' | 'middleware' | 'waitUntil'>;

/**
 * The options of a call, checked and completed with the client's own. The idempotency key becomes a header here and is
 * checked where it is used. The deadline begins to run.
 *
 * @throws {InvalidArgumentError}
 */
export function completeOptions(
  options: RequestOptions | null | undefined,
  defaults: CallDefaults,
): CallOptions {
  if (options == null) return toCallOptions(defaults, undefined);
  const { headers, ...own } = override(InvalidArgumentError, defaults, options);
  const { idempotencyKey } = options;
  const sent = idempotencyKey == null ? headers : { ...headers, 'idempotency-key': idempotencyKey };
  return toCallOptions({ headers: sent, ...own }, checkSignal(options.signal));
}

function toCallOptions(
  { headers, middleware, waitUntil, timeoutMs, deadlineMs, maxRetries }: CallDefaults,
  signal: AbortSignal | undefined,
): CallOptions {
  const limits: CallLimits = {
    signal,
    timeoutMs,
    deadlineMs,
    deadlineAt: performance.now() + deadlineMs,
    maxRetries,
  };
  return { headers, middleware, waitUntil, limits };
}

/** For the options of a client or of a call; whatever is wrong with them is thrown as an `ErrorClass`. */
function override(
  ErrorClass: ArgumentErrorClass,
  defaults: CallDefaults,
  { headers, timeoutMs, deadlineMs, maxRetries, middleware, waitUntil }: OverridableOptions,
): CallDefaults {
  return {
    headers: headers == null ? defaults.headers : mergeHeaders(ErrorClass, defaults.headers, headers),
    timeoutMs: checkLimit(ErrorClass, 'timeoutMs', timeoutMs ?? defaults.timeoutMs),
    deadlineMs: checkLimit(ErrorClass, 'deadlineMs', deadlineMs ?? defaults.deadlineMs),
    maxRetries: checkCount(ErrorClass, 'maxRetries', maxRetries ?? defaults.maxRetries),
    middleware: defaults.middleware.concat(checkMiddleware(ErrorClass, middleware)),
    waitUntil: checkFunction(ErrorClass, 'waitUntil', waitUntil) ?? defaults.waitUntil,
  };
}

function checkMiddleware(
  ErrorClass: ArgumentErrorClass,
  list: readonly Middleware[] = [],
): readonly Middleware[] {
  if (Array.isArray(list) && list.every((one) => typeof one === 'function')) return list;
  throw new ErrorClass('middleware', 'middleware must be a list of functions.');
}

/** `null` means none, as it does to `fetch`. */
function checkSignal(signal: AbortSignal | null | undefined): AbortSignal | undefined {
  if (signal == null || typeof signal.addEventListener === 'function') return signal ?? undefined;
  throw new InvalidArgumentError('signal', 'signal must be an AbortSignal.');
}
