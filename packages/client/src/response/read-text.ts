import type { ResponseErrorReason } from '../errors/call-error.js';
import { ConfigurationError } from '../errors/oms-error.js';

/** Why a body could not be read, without its text. */
export class UnreadableBody {
  readonly reason: ResponseErrorReason;
  /** Completes "the response with status 200 …". */
  readonly what: string;
  readonly cause: unknown;

  constructor(reason: ResponseErrorReason, what: string, cause?: unknown) {
    this.reason = reason;
    this.what = what;
    this.cause = cause;
  }
}

/** For a body that arrives in one piece, as most do: a decoder of its own would cost more than the decoding. */
let whole: TextDecoder | undefined;

/**
 * Reads and decodes a body of at most `maxBytes` bytes, counted after decompression so that a small compressed response
 * cannot fill the memory. It takes no longer than `Response.text()`, which has no limit. A body without a web stream, or in
 * a runtime that cannot decode one, is read at once.
 *
 * @throws {UnreadableBody} and closes the body.
 */
export function readText(response: Response, maxBytes: number): Promise<string> {
  const { body } = response;
  if (body === null) return Promise.resolve('');
  const isStream = typeof body?.getReader === 'function' && typeof TextDecoder === 'function';
  return isStream ? readStream(body, maxBytes) : readAtOnce(response, maxBytes);
}

/** Ends the reading of a response that is not needed. */
export function cancelBody({ body }: Response): void {
  // React Native has no body, and that of node-fetch is a stream of Node.
  if (typeof body?.cancel === 'function') body.cancel().catch(() => undefined);
}

async function readAtOnce(response: Response, maxBytes: number): Promise<string> {
  const hasBytes = typeof response.arrayBuffer === 'function' && typeof TextDecoder === 'function';
  if (!hasBytes && typeof response.text !== 'function') {
    const problem = 'fetch returned a response without a readable body, arrayBuffer() or text().';
    throw new ConfigurationError('fetch', problem, 'unknown');
  }
  try {
    // A character of a text is at least one byte.
    const content = hasBytes ? new Uint8Array(await response.arrayBuffer()) : await response.text();
    checkSize(content.length, maxBytes);
    return typeof content === 'string' ? content : decode(newDecoder(), content);
  } catch (error) {
    throw toUnreadable(error);
  }
}

async function readStream(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<string> {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  try {
    reader = body.getReader();
    return await readPieces(reader, maxBytes);
  } catch (error) {
    reader?.cancel().catch(() => undefined);
    throw toUnreadable(error);
  }
}

function toUnreadable(error: unknown): UnreadableBody {
  if (error instanceof UnreadableBody) return error;
  return new UnreadableBody('interrupted', 'could not be read to its end', error);
}

function checkSize(bytes: number, maxBytes: number): void {
  if (bytes > maxBytes)
    throw new UnreadableBody('too-large', `is larger than the limit of ${maxBytes} bytes`);
}

async function readPieces(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
): Promise<string> {
  let size = 0;
  const count = (piece: Uint8Array | undefined) => {
    size += piece?.byteLength ?? 0;
    checkSize(size, maxBytes);
    return piece;
  };
  const first = count((await reader.read()).value);
  let next = first && count((await reader.read()).value);
  if (next === undefined) {
    whole ??= newDecoder();
    return decode(whole, first);
  }

  const decoder = newDecoder();
  let text = decode(decoder, first, { stream: true });
  for (; next !== undefined; next = count((await reader.read()).value)) {
    text += decode(decoder, next, { stream: true });
  }
  return text + decode(decoder);
}

function newDecoder(): TextDecoder {
  return new TextDecoder('utf-8', { fatal: true });
}

function decode(decoder: TextDecoder, bytes?: Uint8Array, options?: TextDecodeOptions): string {
  try {
    return decoder.decode(bytes, options);
  } catch (cause) {
    throw new UnreadableBody('invalid-utf8', 'is not valid UTF-8', cause);
  }
}
