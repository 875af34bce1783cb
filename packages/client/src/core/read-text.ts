import type { ResponseErrorReason } from '../errors/response-error.js';

/** Why a body could not be read, without its text. */
export interface BodyProblem {
  readonly reason: ResponseErrorReason;
  /** Completes "the answer with status 200 …". */
  readonly what: string;
  readonly cause?: unknown;
}

/**
 * Reads and decodes a body of at most `maxBytes` bytes, counted after decompression so that a small compressed answer
 * cannot fill the memory.
 *
 * @throws {BodyProblem}
 */
export async function readText({ body }: Response, maxBytes: number): Promise<string> {
  if (body === null) return '';
  const reader = openReader(body);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(interrupted);
    size += value?.byteLength ?? 0;
    if (size > maxBytes) {
      reader.cancel().catch(() => undefined);
      throw problem('too-large', `is larger than the limit of ${maxBytes} bytes`);
    }
    text += decode(decoder, value, done);
    if (done) return text;
  }
}

function openReader(body: ReadableStream<Uint8Array>): ReadableStreamDefaultReader<Uint8Array> {
  try {
    return body.getReader();
  } catch (cause) {
    return interrupted(cause);
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array | undefined, isLast: boolean): string {
  try {
    return decoder.decode(bytes, { stream: !isLast });
  } catch (cause) {
    throw problem('invalid-utf8', 'is not valid UTF-8', cause);
  }
}

function interrupted(cause: unknown): never {
  throw problem('interrupted', 'could not be read to its end', cause);
}

function problem(reason: ResponseErrorReason, what: string, cause?: unknown): BodyProblem {
  return { reason, what, cause };
}
