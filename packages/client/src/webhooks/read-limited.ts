import { WebhookError } from './webhook-error.js';

/** The bytes of a request, at most `maxBytes`; a body that was read before, or breaks off, cannot be verified. */
export async function readLimited(request: Request, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of chunksOf(request)) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size > maxBytes) break;
    }
  } catch {
    throw new WebhookError(
      'body-not-raw',
      'The body was already read, or was cut off: pass the request untouched.',
    );
  }
  if (size <= maxBytes) return join(chunks, size);
  throw new WebhookError('body-too-large', `The body has more than ${maxBytes} bytes.`);
}

/** Not every runtime iterates over a stream itself. */
async function* chunksOf({ body, bodyUsed }: Request): AsyncGenerator<Uint8Array> {
  if (bodyUsed) throw new TypeError('used');
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = body?.getReader();
  try {
    for (let next = await reader?.read(); next?.value; next = await reader?.read()) yield next.value;
  } finally {
    reader?.cancel().catch(() => undefined);
  }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}
