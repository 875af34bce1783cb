import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { RequestOptions } from '../options.js';
import { mergeHeaders } from './headers.js';
import { checkLimit } from './limit.js';
import type { RequestRecord } from './send.js';
import type { Settings } from './settings.js';

/**
 * The options of a call, checked and completed with the client's own. The idempotency key becomes a header here and is
 * checked where it is used.
 *
 * @throws {InvalidArgumentError}
 */
export function completeOptions(
  { headers, idempotencyKey, signal, timeoutMs }: RequestOptions,
  defaults: Pick<Settings, 'headers' | 'timeoutMs'>,
): Pick<RequestRecord, 'headers' | 'signal' | 'timeoutMs'> {
  const key = idempotencyKey == null ? undefined : { 'idempotency-key': idempotencyKey };
  return {
    headers: { ...mergeHeaders(defaults.headers, headers), ...key },
    signal: checkSignal(signal),
    timeoutMs: checkLimit(InvalidArgumentError, 'timeoutMs', timeoutMs ?? defaults.timeoutMs),
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
