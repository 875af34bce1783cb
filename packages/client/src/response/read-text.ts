import type { ResponseErrorReason } from '../errors/response-error.js';

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
const whole = /* @__PURE__ */ newDecoder();

/**
 * Reads and decodes a body of at most `maxBytes` bytes, counted after decompression so that a small compressed response
 * cannot fill the memory. It takes no longer than `Response.text()`, which has no limit.
 *
 * @throws {UnreadableBody} and closes the body.
 */
export async function readText({ body }: Response, maxBytes: number): Promise<string> {
  if (body === null) return '';
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  try {
    reader = body.getReader();
    return await readPieces(reader, maxBytes);
  } catch (error) {
    reader?.cancel().catch(() => undefined);
    if (error instanceof UnreadableBody) throw error;
    throw new UnreadableBody('interrupted', 'could not be read to its end', error);
  }
}

async function readPieces(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
): Promise<string> {
  let left = maxBytes;
  const count = (piece: Uint8Array | undefined) => {
    left -= piece?.byteLength ?? 0;
    if (left < 0) throw new UnreadableBody('too-large', `is larger than the limit of ${maxBytes} bytes`);
    return piece;
  };
  const first = count((await reader.read()).value);
  let next = first && count((await reader.read()).value);
  if (next === undefined) return decode(whole, first);

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
