/** A real timer takes no longer waits. */
const longestMs = 2 ** 31 - 1;

/** Runs a sandbox's work when something is due on the real clock. It does not keep a process alive. */
export class Scheduler {
  readonly #work: () => void;
  #timer: unknown;

  constructor(work: () => void) {
    this.#work = work;
  }

  /** Runs the work after so many milliseconds, and not when it was scheduled before; never for an infinite time. */
  setAfter(ms: number): void {
    this.stop();
    if (ms === Number.POSITIVE_INFINITY) return;
    this.#timer = setTimeout(this.#work, Math.min(Math.max(ms, 1), longestMs));
    (this.#timer as { unref?: () => void }).unref?.();
  }

  stop(): void {
    clearTimeout(this.#timer as Parameters<typeof clearTimeout>[0]);
  }
}
