import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { RequestOptions } from '../options.js';
import { type CallDefaults, checkMiddleware } from './call-defaults.js';
import { mergeHeaders } from './headers.js';
import { checkCount, checkLimit } from './limit.js';
import type { RequestRecord } from './send.js';

/** The part of a request that options decide. */
export type CallOptions = Pick<
  RequestRecord,
  'headers' | 'signal' | 'timeoutMs' | 'deadlineMs' | 'deadlineAt' | 'maxRetries' | 'attempt' | 'middleware'
>;

/**
 * The options of a call, checked and completed with the client's own. The idempotency key becomes a header here and is
 * checked where it is used. The deadline begins to run.
 *
 * @throws {InvalidArgumentError}
 */
export function completeOptions(options: RequestOptions, defaults: CallDefaults): CallOptions {
  const { headers, idempotencyKey, signal } = options;
  const merged = headers == null ? defaults.headers : mergeHeaders(defaults.headers, headers);
  const limit = (name: 'timeoutMs' | 'deadlineMs') =>
    checkLimit(InvalidArgumentError, name, options[name] ?? defaults[name]);
  const deadlineMs = limit('deadlineMs');
  return {
    headers: idempotencyKey == null ? merged : { ...merged, 'idempotency-key': idempotencyKey },
    signal: checkSignal(signal),
    timeoutMs: limit('timeoutMs'),
    deadlineMs,
    deadlineAt: performance.now() + deadlineMs,
    attempt: 1,
    middleware: defaults.middleware.concat(checkMiddleware(InvalidArgumentError, options.middleware)),
    maxRetries: checkCount(InvalidArgumentError, 'maxRetries', options.maxRetries ?? defaults.maxRetries),
  };
}

/** `null` means none, as it does to `fetch`. */
function checkSignal(signal: AbortSignal | null | undefined): AbortSignal | undefined {
  if (signal == null || typeof signal.addEventListener === 'function') return signal ?? undefined;
  throw new InvalidArgumentError(
    'signal',
    'signal must be an AbortSignal, such as that of new AbortController().',
  );
}
