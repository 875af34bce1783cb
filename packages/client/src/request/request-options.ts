import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { RequestOptions } from '../options.js';
import { type CallDefaults, override } from './call-defaults.js';
import type { CallLimits, RequestRecord } from './pipeline.js';

/** The part of a request that options decide. */
export type CallOptions = Pick<RequestRecord, 'headers' | 'limits' | 'middleware'>;

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
  { headers, middleware, timeoutMs, deadlineMs, maxRetries }: CallDefaults,
  signal: AbortSignal | undefined,
): CallOptions {
  const limits: CallLimits = {
    signal,
    timeoutMs,
    deadlineMs,
    deadlineAt: performance.now() + deadlineMs,
    maxRetries,
  };
  return { headers, middleware, limits };
}

/** `null` means none, as it does to `fetch`. */
function checkSignal(signal: AbortSignal | null | undefined): AbortSignal | undefined {
  if (signal == null || typeof signal.addEventListener === 'function') return signal ?? undefined;
  throw new InvalidArgumentError('signal', 'signal must be an AbortSignal.');
}
