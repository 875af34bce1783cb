import type { IncomingMessage } from 'node:http';
import type { Readable, Transform } from 'node:stream';
import type { ZlibOptions } from 'node:zlib';
import { builtin } from './builtin.js';
import { NodeHeaders } from './node-headers.js';

/** Statuses that have no body. */
const withoutBody = [204, 205, 304];

/**
 * A response with the properties of a `Response`. Its body can be read once, through `body.getReader()` or one of the
 * methods, which make a `Response` of the runtime; it is not an instance of that class.
 */
export class NodeResponse implements Response {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly url: string;
  readonly type = 'basic';
  readonly redirected = false;
  readonly #body: NodeBody | null;

  /** `url` and `init` are those of the request. */
  constructor(message: IncomingMessage, { url, init }: { readonly url: string; readonly init: RequestInit }) {
    this.status = message.statusCode ?? 0;
    this.statusText = message.statusMessage ?? '';
    this.headers = new NodeHeaders(message.rawHeaders);
    this.url = url;
    const hasBody = init.method !== 'HEAD' && !withoutBody.includes(this.status);
    // The body that a 205 must not have could be endless.
    if (this.status === 205) message.destroy();
    else if (!hasBody) message.resume();
    this.#body = hasBody
      ? new NodeBody(decompress(message, this.headers.get('content-encoding')), init.signal)
      : null;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  get body(): ReadableStream<Uint8Array<ArrayBuffer>> | null {
    return this.#body as unknown as ReadableStream<Uint8Array<ArrayBuffer>> | null;
  }

  get bodyUsed(): boolean {
    return this.#body?.isUsed ?? false;
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#whole().arrayBuffer();
  }

  async blob(): Promise<Blob> {
    return this.#whole().blob();
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.arrayBuffer());
  }

  async formData(): Promise<FormData> {
    return this.#whole().formData();
  }

  async json(): Promise<unknown> {
    return this.#whole().json();
  }

  async text(): Promise<string> {
    return this.#whole().text();
  }

  /** @throws {TypeError} always: a body that is read from a socket once is not kept for a second reader. */
  clone(): Response {
    throw new TypeError('nodeFetch responses cannot be cloned.');
  }

  #whole(): Response {
    const reader = this.#body?.getReader();
    const stream = reader && new ReadableStream({ pull: (controller) => pump(reader, controller) });
    return new Response(stream, this);
  }
}

async function pump(reader: ReturnType<NodeBody['getReader']>, controller: ReadableStreamDefaultController) {
  const { done, value } = await reader.read();
  if (done) controller.close();
  else controller.enqueue(value);
}

/** At most this many pieces wait for the reader, 64 kB each; after that the connection waits. */
const mostPieces = 4;

type End = 'whole' | 'closed' | { readonly error: unknown };

/**
 * The body of a response as far as this SDK reads bodies: piece by piece, hardly ahead of the reader. It looks like a
 * `ReadableStream` but costs much less.
 */
class NodeBody {
  readonly #stream: Readable;
  readonly #signal: AbortSignal | null | undefined;
  readonly #pieces: Uint8Array[] = [];
  #end: End | undefined;
  #wake: (() => void) | undefined;

  constructor(stream: Readable, signal: AbortSignal | null | undefined) {
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

/** More codings than this on one response are an attack on the memory. */
const mostCodings = 5;

/** The body without its codings; unchanged if one of them is unknown, as with `fetch`. */
function decompress(body: Readable, contentEncoding: string | null): Readable {
  const codings = (contentEncoding ?? '').toLowerCase().match(/[^\s,]+/g) ?? [];
  const applied = codings.filter((coding) => coding !== 'identity').reverse();
  if (applied.length === 0 || applied.length > mostCodings) return body;
  const decoders = applied.map(decoderOf);
  if (decoders.includes(undefined)) return body;
  const { pipeline } = builtin('node:stream');
  return pipeline([body, ...(decoders as Transform[])], () => undefined) as unknown as Readable;
}

type Decoder = Transform | ((body: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>);

/** Like `fetch`, it accepts a stream without its last bytes: the framing of the response says whether it is complete. */
function decoderOf(coding: string): Decoder | undefined {
  const { createBrotliDecompress, createGunzip, constants } = builtin('node:zlib');
  const lenient = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
  if (coding === 'gzip' || coding === 'x-gzip') return createGunzip(lenient);
  if (coding === 'deflate') return (body) => inflate(body, lenient);
  return coding === 'br' ? createBrotliDecompress() : undefined;
}

/** Some servers send deflate with the header of zlib, as they should, and some without: the first byte shows which. */
async function* inflate(body: AsyncIterable<Uint8Array>, options: ZlibOptions): AsyncGenerator<Uint8Array> {
  const { createInflate, createInflateRaw } = builtin('node:zlib');
  const pieces = body[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done === true) return;
  const hasHeader = ((first.value[0] ?? 0) & 15) === 8;
  const decoder = hasHeader ? createInflate(options) : createInflateRaw(options);
  const whole = async function* () {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => pieces };
  };
  yield* builtin('node:stream').pipeline(whole, decoder, () => undefined);
}
