import { listenForAbort } from './abort-listeners.js';

/** How long something may take, and what may end it before. */
export interface TimeLimit<T> {
  /** With nothing left the work does not begin. */
  readonly ms: number;
  /** Gives the result when the time is up. */
  readonly onTimeUp: () => T | Promise<T>;
  /** An abort rejects with the signal's own reason. */
  readonly signal?: AbortSignal | undefined;
  /** Is told the reason of the abort. */
  readonly onAbort?: (reason: unknown) => void;
}

/**
 * Gives what `work` gives, unless the time is up or the signal aborts before; without work it waits for these alone. It
 * leaves neither a timer nor a listener behind.
 */
export function withinTime<T>(limit: TimeLimit<T>, work?: () => Promise<T>): Promise<T> {
  const { ms, onTimeUp, signal, onAbort } = limit;
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(signal.reason);
    if (ms <= 0) return resolve(onTimeUp());
    const settle = () => {
      clearTimeout(timer);
      stopListening?.();
    };
    const timer = setTimeout(() => {
      settle();
      resolve(onTimeUp());
    }, ms);
    const stopListening =
      signal &&
      listenForAbort(signal, () => {
        settle();
        reject(signal.reason);
        onAbort?.(signal.reason);
      });
    work?.().then(
      (result) => {
        settle();
        resolve(result);
      },
      (error: unknown) => {
        settle();
        reject(error);
      },
    );
  });
}
