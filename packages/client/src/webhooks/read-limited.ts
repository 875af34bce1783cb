import { WebhookError } from './webhook-error.js';

/** The bytes of a request, at most `maxBytes`; a body that was read already cannot be verified. */
export async function readLimited(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (request.bodyUsed) {
    throw new WebhookError(
      'body-not-raw',
      'The body of the request was read already; give the request as it came.',
    );
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = request.body?.getReader();
  for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) {
    chunks.push(next.value);
    size += next.value.byteLength;
    if (size <= maxBytes) continue;
    reader?.cancel().catch(() => undefined);
    throw new WebhookError('body-too-large', `The body has more than ${maxBytes} bytes.`);
  }
  return join(chunks, size);
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
