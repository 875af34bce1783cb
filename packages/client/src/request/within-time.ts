/** How long something may take, and what may end it before. */
export interface TimeLimit<T> {
  /** With nothing left the work does not begin. */
  readonly ms: number;
  /** Called when the time is up; its result is that of the whole. */
  readonly onTimeUp: () => T | Promise<T>;
  /** An abort rejects with the signal's own reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called with the reason of an abort. */
  readonly onAbort?: (reason: unknown) => void;
}

/**
 * Resolves to the result of `work`, unless the time is up or the signal aborts first; without work it waits for these
 * alone. It leaves neither a timer nor a listener behind.
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

/** Waits; an abort ends it at once and rejects with the signal's own reason. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return withinTime({ ms, signal, onTimeUp: () => undefined });
}

/** Everything that waits for one signal: with a listener each, Node 20 would warn of a leak at the eleventh. */
class AbortListeners extends Set<() => void> {
  handleEvent(): void {
    for (const listener of this) listener();
  }
}

const listenersOf = new WeakMap<AbortSignal, AbortListeners>();

/** Calls `listener` when the signal aborts; returns a function that stops listening. */
function listenForAbort(signal: AbortSignal, listener: () => void): () => void {
  const listeners = listenersOf.get(signal) ?? new AbortListeners();
  if (listeners.size === 0) signal.addEventListener('abort', listeners);
  listenersOf.set(signal, listeners.add(listener));
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) signal.removeEventListener('abort', listeners);
  };
}
