import type { ResponseErrorReason } from '../errors/response-error.js';

/** Why a body could not be read, without its text. */
export interface BodyProblem {
  readonly reason: ResponseErrorReason;
  /** Completes "the answer with status 200 …". */
  readonly what: string;
  readonly cause?: unknown;
}

/** For a body that comes in one piece, as most do: a decoder of its own would cost more than the decoding. */
const whole = /* @__PURE__ */ newDecoder();

/**
 * Reads and decodes a body of at most `maxBytes` bytes, counted after decompression so that a small compressed answer
 * cannot fill the memory. It takes no longer than `Response.text()`, which knows no limit.
 *
 * @throws {BodyProblem}
 */
export async function readText({ body }: Response, maxBytes: number): Promise<string> {
  if (body === null) return '';
  const { read, close } = openBody(body, maxBytes);
  const first = await read();
  let next = first && (await read());
  if (next === undefined) return decode(whole, first);

  const decoder = newDecoder();
  try {
    let text = decode(decoder, first, { stream: true });
    for (; next !== undefined; next = await read()) text += decode(decoder, next, { stream: true });
    return text + decode(decoder);
  } catch (reason) {
    close();
    throw reason;
  }
}

/** `read` gives one piece after the other; `undefined` is the end. What is not read to its end is to be closed. */
function openBody(body: ReadableStream<Uint8Array>, maxBytes: number) {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let size = 0;
  const close = () => reader?.cancel().catch(() => undefined);
  const read = async (): Promise<Uint8Array | undefined> => {
    try {
      reader ??= body.getReader();
      const { value } = await reader.read();
      size += value?.byteLength ?? 0;
      if (size <= maxBytes) return value;
    } catch (cause) {
      throw problem('interrupted', 'could not be read to its end', cause);
    }
    close();
    throw problem('too-large', `is larger than the limit of ${maxBytes} bytes`);
  };
  return { read, close };
}

function newDecoder(): TextDecoder {
  return new TextDecoder('utf-8', { fatal: true });
}

function decode(decoder: TextDecoder, bytes?: Uint8Array, options?: TextDecodeOptions): string {
  try {
    return decoder.decode(bytes, options);
  } catch (cause) {
    throw problem('invalid-utf8', 'is not valid UTF-8', cause);
  }
}

function problem(reason: ResponseErrorReason, what: string, cause?: unknown): BodyProblem {
  return { reason, what, cause };
}
