import type { ResponseErrorReason } from '../errors/response-error.js';

/** Why a body could not be read, without its text. */
export interface BodyProblem {
  readonly reason: ResponseErrorReason;
  readonly message: string;
  readonly cause?: unknown;
}

/**
 * Reads and decodes a body of at most `maxBytes` bytes, counted after decompression so that a small compressed answer
 * cannot fill the memory.
 *
 * @throws {BodyProblem}
 */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  if (response.body === null) return '';
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(interrupted);
    size += value?.byteLength ?? 0;
    if (size > maxBytes) {
      reader.cancel().catch(() => undefined);
      throw problem('too-large', `the answer is larger than the limit of ${maxBytes} bytes.`);
    }
    text += decode(decoder, value, done);
    if (done) return text;
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array | undefined, isLast: boolean): string {
  try {
    return decoder.decode(bytes, { stream: !isLast });
  } catch (cause) {
    throw problem('invalid-utf8', 'the answer is not valid UTF-8.', cause);
  }
}

function interrupted(cause: unknown): never {
  throw problem('interrupted', 'the connection broke in the middle of the answer.', cause);
}

function problem(reason: ResponseErrorReason, message: string, cause?: unknown): BodyProblem {
  return { reason, message, cause };
}
