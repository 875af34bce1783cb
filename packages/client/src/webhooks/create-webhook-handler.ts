import type { WebhookEventName } from './events.js';
import { deliveryHandler } from './handle-delivery.js';
import type { WebhookHandlerOptions } from './options.js';
import { joinChunks, tooLarge } from './raw-body.js';
import { WebhookError } from './webhook-error.js';

/**
 * Creates a handler for servers that use `Request` and `Response`: it verifies, drops duplicates, calls your callbacks, and
 * responds with 204 when all is well, 400 to what cannot be trusted and 500 when a callback failed, so that OMS tries again.
 *
 * @throws {WebhookError} at once for a secret that cannot be used; a secret from a function is checked on each request.
 */
export function createWebhookHandler<Handled extends WebhookEventName = never>(
  options: WebhookHandlerOptions<Handled>,
): (request: Request) => Promise<Response> {
  const handle = deliveryHandler(options);
  return async (request) => {
    const { status, headers } = await handle({
      method: request?.method,
      headers: request?.headers,
      readBody: (maxBytes) => readLimited(request, maxBytes),
    });
    return new Response(null, { status, headers });
  };
}

/** The bytes of a request, at most `maxBytes`; a body that was read before, or breaks off, cannot be verified. */
async function readLimited(request: Request, maxBytes: number): Promise<Uint8Array> {
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
  if (size <= maxBytes) return joinChunks(chunks);
  throw tooLarge(maxBytes);
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
