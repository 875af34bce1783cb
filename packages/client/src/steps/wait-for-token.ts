import type { RequestRecord } from '../request/pipeline.js';
import { withinTime } from '../request/within-time.js';
import type { TokenSource } from '../token/exchanged-token.js';
import { timeoutErrorOf } from './timeout-error-of.js';

/**
 * A token for this request. A shared exchange goes on for the other callers when this one aborts or its deadline passes;
 * this one lets go at once.
 */
export function waitForToken(tokens: TokenSource, request: RequestRecord): string | Promise<string> {
  const { signal, deadlineAt } = request.limits;
  if (signal?.aborted === true) throw signal.reason;
  const token = tokens.get();
  if (typeof token === 'string') return token;
  // What it runs may have aborted this call, and then nobody hears of its failure.
  token.catch(() => undefined);
  const ms = deadlineAt - performance.now();
  // The request itself had not begun.
  const onTimeUp = () =>
    Promise.reject(Object.assign(timeoutErrorOf(request, 'deadlineMs'), { outcome: 'not_sent' }));
  return withinTime({ ms, signal, onTimeUp }, () => token);
}
