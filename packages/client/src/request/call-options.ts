import { ConfigurationError, InvalidArgumentError } from '../errors/oms-error.js';
import type { HeaderOptions, Middleware, OverridableOptions, RequestOptions } from '../options.js';
import {
  type ArgumentErrorClass,
  checkCount,
  checkFunction,
  checkLimit,
  isPlainObject,
  shapeOf,
} from './check-value.js';
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

/** `__proto__` would be lost on its way through plain objects, also in the runtime's own `fetch`. */
const name = /^(?!__proto__$)[!#$%&'*+\-.^_`|~\da-z]+$/;
/** These frame the message or steer the connection. `fetch` sets them, and some implementations fail on them. */
const framing =
  /^(connection|content-length|expect|host|keep-alive|proxy-connection|te|trailer|transfer-encoding|upgrade)$/;
const value = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Merges headers, later ones winning, with names in lower case.
 *
 * Everything is checked here because the error of a runtime's own `Headers` quotes the value. The `ErrorClass` that is
 * thrown names the header, never its value.
 */
export function mergeHeaders(
  ErrorClass: ArgumentErrorClass,
  ...parts: readonly HeaderOptions[]
): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const part of parts) {
    if (!isPlainObject(part)) {
      throw new ErrorClass('headers', 'headers must be a plain object.');
    }
    for (const [key, given] of Object.entries(part)) {
      const lower = key.toLowerCase();
      const problem = problemOf(lower, given);
      if (problem !== undefined) throw new ErrorClass('headers', problem);
      if (given === null) delete merged[lower];
      else if (given !== undefined) merged[lower] = given;
    }
  }
  return merged;
}

function problemOf(key: string, given: unknown): string | undefined {
  if (!name.test(key)) return `A header name of ${key.length} characters is not a valid HTTP token.`;
  if (framing.test(key)) return `The header ${key} is set by the connection and cannot be changed.`;
  if (key === 'authorization') {
    return 'The Authorization header is set by the client. Pass apiKey and apiSecret, or token.';
  }
  const isText = typeof given === 'string';
  if (given == null || (isText && value.test(given))) return undefined;
  const shape = isText ? 'a character that HTTP does not allow' : shapeOf(given);
  return `The header ${key} must be a string without line breaks; got ${shape}.`;
}
