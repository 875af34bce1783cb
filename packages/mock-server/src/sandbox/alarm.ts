/** A real timer takes no longer waits. */
const longestMs = 2 ** 31 - 1;

/** Wakes a sandbox when something is due on the real clock. It does not keep a process alive. */
export class Alarm {
  readonly #ring: () => void;
  #timer: unknown;

  constructor(ring: () => void) {
    this.#ring = ring;
  }

  /** Rings after so many milliseconds, and not when it was set to before; never for an infinite time. */
  setAfter(ms: number): void {
    this.stop();
    if (ms === Number.POSITIVE_INFINITY) return;
    this.#timer = setTimeout(this.#ring, Math.min(Math.max(ms, 1), longestMs));
    (this.#timer as { unref?: () => void }).unref?.();
  }

  stop(): void {
    clearTimeout(this.#timer as Parameters<typeof clearTimeout>[0]);
  }
}
