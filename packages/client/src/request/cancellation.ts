import type { ReceivedResponse } from './pipeline.js';

/** Marks a `fetch` that looks at nothing but the members of {@link PlainSignal} on its signal. */
export const takesPlainSignal: unique symbol = Symbol.for('@oms-sdk/client/takes-plain-signal') as never;

/** The part of an `AbortSignal` that it takes to end a request. */
export type PlainSignal = Pick<AbortSignal, 'aborted' | 'reason'> & {
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
};

/**
 * What ends one attempt, with room for one listener. An `AbortController` comes into being when somebody asks for its
 * signal: in Node 20 making one costs as much as all steps of the client together.
 */
export class Cancellation implements PlainSignal {
  aborted = false;
  reason: unknown;
  /** What the attempt gives when its time is up, where that is known by then. */
  fallback: ReceivedResponse | undefined;
  #listener: (() => void) | undefined;
  #controller: AbortController | undefined;

  /** A signal for any `fetch`. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.aborted) this.#controller.abort(this.reason);
    return this.#controller.signal;
  }

  abort(reason: unknown): void {
    this.aborted = true;
    this.reason = reason;
    this.#listener?.();
    this.#controller?.abort(reason);
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listener = listener;
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    if (this.#listener === listener) this.#listener = undefined;
  }
}
