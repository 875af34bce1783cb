import type { Readable } from 'node:stream';

/**
 * The body of an answer as far as this SDK reads bodies: piece by piece, never ahead of the reader. It looks like a
 * `ReadableStream` but costs much less.
 */
export class NodeBody {
  readonly #stream: Readable;
  readonly #signal: AbortSignal | null | undefined;
  #failure: { readonly error: unknown } | undefined;
  #wake: () => void = () => undefined;

  constructor(stream: Readable, signal: AbortSignal | null | undefined) {
    this.#stream = stream;
    this.#signal = signal;
    const wake = () => this.#wake();
    stream.on('error', (error) => {
      this.#failure = { error };
      wake();
    });
    stream.on('readable', wake).on('end', wake).on('close', wake);
  }

  /** Whether somebody has begun to read. */
  isUsed = false;

  /** Can be called once, as on a stream of the runtime. */
  getReader() {
    if (this.isUsed) throw new TypeError('The body was read already.');
    this.isUsed = true;
    return { read: () => this.#read(), cancel: () => this.cancel() };
  }

  /** Closes the connection. */
  async cancel(): Promise<void> {
    this.isUsed = true;
    this.#stream.destroy();
  }

  async #read(): Promise<{ done: boolean; value: Uint8Array | undefined }> {
    for (;;) {
      const value: Uint8Array | null = this.#stream.read();
      if (value !== null) return { done: false, value };
      if (this.#stream.readableEnded) return { done: true, value: undefined };
      if (this.#signal?.aborted === true) throw this.#signal.reason;
      if (this.#failure !== undefined) throw this.#failure.error;
      if (this.#stream.destroyed) throw new Error('The connection was closed.');
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
