import { withinTime } from './within-time.js';

/** Waits; an abort ends it at once and rejects with the signal's own reason. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return withinTime({ ms, signal, onTimeUp: () => undefined });
}
