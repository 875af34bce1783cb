import type { WebhookEventName } from './events.js';
import { deliveryHandler } from './handle-delivery.js';
import type { WebhookHandlerOptions } from './options.js';
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

/** A request of node:http, Express or Fastify, or of anything built on them. */
export interface NodeWebhookRequest {
  readonly method?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body where a parser left it raw: text or bytes. */
  readonly body?: unknown;
  /** The raw body beside a parsed one, as NestJS and Firebase keep it. */
  readonly rawBody?: unknown;
  /** The request of node:http in one of Fastify. */
  readonly raw?: unknown;
}

/** A response of node:http or Express. */
export interface NodeWebhookResponse {
  readonly headersSent: boolean;
  writeHead(status: number, headers: Record<string, string>): { end(): unknown };
}

/** A reply of Fastify. */
export interface FastifyWebhookReply {
  code(status: number): unknown;
  headers(headers: Record<string, string>): unknown;
  send(): unknown;
}

/**
 * Creates the same handler as `createWebhookHandler` for `(request, response)` of node:http and Express, and for
 * `(request, reply)` of Fastify. It reads the body itself, or takes the text or bytes that a parser left in `rawBody` or
 * `body`; it always responds, and never rejects.
 *
 * @throws {WebhookError} at once for a secret that cannot be used; a secret from a function is checked on each request.
 */
export function createNodeWebhookHandler<Handled extends WebhookEventName = never>(
  options: WebhookHandlerOptions<Handled>,
): (request: NodeWebhookRequest, response: NodeWebhookResponse | FastifyWebhookReply) => Promise<void> {
  const handle = deliveryHandler(options);
  return async (request, response) => {
    const { method, headers } = request;
    const readBody = (maxBytes: number) => readNodeBody(request, maxBytes);
    const { status, headers: responseHeaders } = await handle({ method, headers, readBody });
    if ('writeHead' in response) {
      if (!response.headersSent) response.writeHead(status, { ...responseHeaders }).end();
      return;
    }
    response.code(status);
    response.headers({ ...responseHeaders });
    await response.send();
  };
}

async function readNodeBody(request: NodeWebhookRequest, maxBytes: number): Promise<string | Uint8Array> {
  const { rawBody, body, raw } = request;
  const read = [rawBody, body].find(isTextOrBytes);
  if (read !== undefined) {
    if (read.length > maxBytes) throw tooLarge(maxBytes);
    return read;
  }
  const stream = [body, raw, request].find(isUnread);
  if (stream) return readStream(stream, maxBytes);
  const problem = typeof body === 'object' && body !== null ? 'parsed before the handler' : 'already read';
  throw new WebhookError(
    'body-not-raw',
    `The body was ${problem}, which loses the bytes that are signed: use express.raw() on this route in Express, a parser with parseAs: 'buffer' in Fastify, rawBody: true in NestJS.`,
  );
}

function isTextOrBytes(value: unknown): value is string | Uint8Array {
  return typeof value === 'string' || value instanceof Uint8Array;
}

/** The part of a stream of Node that is used here. */
interface NodeStream {
  on(event: 'data', listener: (chunk: string | Uint8Array) => void): unknown;
  on(event: 'end' | 'close' | 'error', listener: () => void): unknown;
}

/** Whether a stream can still be read from its start: waiting for any other would never end. */
function isUnread(value: unknown): value is NodeStream {
  const { readable, readableDidRead } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return readable === true && readableDidRead === false;
}

/** Bytes above the limit are read and dropped, because cutting the connection would lose the response. */
function readStream(stream: NodeStream, maxBytes: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const cutOff = () => reject(new WebhookError('body-not-raw', 'The body was cut off.'));
    stream.on('data', (data) => {
      const chunk = typeof data === 'string' ? new TextEncoder().encode(data) : data;
      size += chunk.byteLength;
      if (size <= maxBytes) chunks.push(chunk);
      else {
        chunks.length = 0;
        reject(tooLarge(maxBytes));
      }
    });
    stream.on('end', () => resolve(joinChunks(chunks)));
    stream.on('error', cutOff);
    stream.on('close', cutOff);
  });
}

/** The error for a body above the limit. */
function tooLarge(maxBytes: number): WebhookError {
  return new WebhookError('body-too-large', `The body has more than ${maxBytes} bytes.`);
}

/** One array of all bytes. */
function joinChunks(chunks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.byteLength, 0));
  let offset = 0;
  for (const chunk of chunks) {
    joined.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return joined;
}
