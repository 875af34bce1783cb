/** Whatever waits for one signal: a listener of its own for each would make Node 20 warn of a leak at the eleventh. */
class AbortListeners extends Set<() => void> {
  handleEvent(): void {
    for (const listener of this) listener();
  }
}

const listenersOf = new WeakMap<AbortSignal, AbortListeners>();

/** Calls `listener` when the signal aborts; gives what takes it back. */
export function listenForAbort(signal: AbortSignal, listener: () => void): () => void {
  const listeners = listenersOf.get(signal) ?? new AbortListeners();
  if (listeners.size === 0) signal.addEventListener('abort', listeners);
  listenersOf.set(signal, listeners.add(listener));
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) signal.removeEventListener('abort', listeners);
  };
}
