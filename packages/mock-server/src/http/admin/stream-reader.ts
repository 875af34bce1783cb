/** Between two messages: a reader gets at most ten a second. */
const pauseMs = 100;
/** Clients such as the `fetch` of Node give up on a body that says nothing for minutes. */
const silenceMs = 60_000;
/** Says nothing, which shows that the stream is there. */
export const sign = ': \n\n';

/** Somebody who reads a stream. */
export class StreamReader {
  /** Of the latest change that it got. */
  number: number;
  isOver = false;
  hasLeft = false;
  #hasRead = false;
  #wake: (() => void) | undefined;
  #goOn: (() => void) | undefined;

  constructor(number: number) {
    this.number = number;
  }

  /** Resolves when something happened, it is over, or nothing happened for a minute. */
  news(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
      afterSilence(resolve);
    });
  }

  /** Resolves when it may get the next message, in real time, also under the fake timers of a test. */
  async pause(): Promise<void> {
    const isFirst = !this.#hasRead;
    this.#hasRead = true;
    if (isFirst || this.isOver) return;
    await new Promise<void>((resolve) => {
      this.#goOn = resolve;
      AbortSignal.timeout(pauseMs).addEventListener('abort', () => resolve());
    });
  }

  wake(): void {
    this.#wake?.();
  }

  end(): void {
    this.isOver = true;
    this.#wake?.();
    this.#goOn?.();
  }

  leave(): void {
    this.hasLeft = true;
    this.end();
  }
}

/** Calls back when a sign of life is due. */
export function afterSilence(work: () => void): void {
  AbortSignal.timeout(silenceMs).addEventListener('abort', () => work());
}
