import type { Readable } from 'node:stream';
import type { PlainSignal } from '../request/cancellation.js';

/** So many pieces wait for the reader at most, 64 kB each; after that the connection waits. */
const mostPieces = 4;

type End = 'whole' | 'closed' | { readonly error: unknown };

/**
 * The body of a response as far as this SDK reads bodies: piece by piece, hardly ahead of the reader. It looks like a
 * `ReadableStream` but costs much less.
 */
export class NodeBody {
  readonly #stream: Readable;
  readonly #signal: PlainSignal | null | undefined;
  readonly #pieces: Uint8Array[] = [];
  #end: End | undefined;
  #wake: (() => void) | undefined;

  constructor(stream: Readable, signal: PlainSignal | null | undefined) {
    this.#stream = stream;
    this.#signal = signal;
    stream.on('data', (piece: Uint8Array) => {
      this.#pieces.push(piece);
      if (this.#pieces.length === mostPieces) stream.pause();
      this.#wake?.();
    });
    stream.on('end', () => this.#finish('whole'));
    stream.on('error', (error) => this.#finish({ error }));
    stream.on('close', () => this.#finish('closed'));
  }

  /** Whether somebody has begun to read. */
  isUsed = false;

  /** Can be called once, as on a stream of the runtime. */
  getReader() {
    if (this.isUsed) throw new TypeError('The body was already read.');
    this.isUsed = true;
    return { read: () => this.#read(), cancel: () => this.cancel() };
  }

  /** Closes the connection. */
  async cancel(): Promise<void> {
    this.isUsed = true;
    this.#stream.destroy();
  }

  async #read(): Promise<{ done: boolean; value: Uint8Array | undefined }> {
    if (this.#pieces.length === 0 && this.#end === undefined) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const value = this.#pieces.shift();
    if (value === undefined) return this.#conclude();
    if (this.#stream.isPaused()) this.#stream.resume();
    return { done: false, value };
  }

  #conclude() {
    if (this.#signal?.aborted === true) throw this.#signal.reason;
    if (this.#end === 'whole') return { done: true, value: undefined };
    throw typeof this.#end === 'object' ? this.#end.error : new Error('Connection closed.');
  }

  #finish(end: End): void {
    this.#end ??= end;
    this.#wake?.();
  }
}
