import type { RequestHandler } from '../request-handler.js';
import {
  type ApiResponse,
  isBodiless,
  type Relayed,
  type ResponseCut,
  relayedHeaderLines,
} from './message.js';

/** A `fetch` that hands requests to the request handler instead of the network. It rejects as soon as the handler is closed. */
export function inProcessFetch(handler: RequestHandler, isClosed: () => boolean) {
  return async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    if (isClosed()) throw new TypeError('fetch failed', { cause: new Error('The mock server is closed.') });
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const { pathname, search } = new URL(request.url);
    const headers = Object.fromEntries(request.headers);
    const bytes = new Uint8Array(await request.arrayBuffer());
    const { method, signal } = request;
    const responding = handler.handle({ method, target: pathname + search, headers, bytes, signal });
    const response = await unlessAborted(responding, request.signal);
    return response.cut === undefined
      ? toResponse(response, method)
      : cutResponse(response, response.cut, request.signal);
  };
}

function toResponse(response: ApiResponse, method: string): Response {
  const { status, headers, body, relayed } = response;
  if (relayed !== undefined) return relayedResponse(response, relayed, method);
  if (response.stream !== undefined) return streamedResponse(response, response.stream, method);
  const hasBody = !isBodiless(status) && method !== 'HEAD';
  return new Response(hasBody ? (body as BodyInit) : null, { status, headers });
}

function streamedResponse(
  { status, headers }: ApiResponse,
  stream: ReadableStream<Uint8Array>,
  method: string,
): Response {
  if (method === 'HEAD') stream.cancel();
  return new Response(method === 'HEAD' ? null : stream, { status, headers });
}

/** The response of an upstream as `fetch` returns one: with its header fields, and its body without compression. */
function relayedResponse({ status, headers, body }: ApiResponse, relayed: Relayed, method: string): Response {
  const hasBody = !isBodiless(status) && method !== 'HEAD';
  const lines = relayedHeaderLines(headers, relayed);
  const whole = typeof relayed.plainBody === 'string' ? body : relayed.plainBody;
  const content = relayed.rest === undefined ? whole : streamOf(body as Uint8Array, relayed.rest);
  return new Response(hasBody ? (content as BodyInit) : null, {
    status,
    statusText: relayed.reason,
    headers: lines.map(([name, value]): [string, string] => [name, value]),
  });
}

function streamOf(beginning: Uint8Array, rest: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const chunks = rest[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(beginning),
    async pull(controller) {
      const next = await chunks.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => void (await chunks.return?.()),
  });
}

/** What a `fetch` does when the connection fails: it throws a TypeError, returns a body that ends in one, or hangs until the abort. */
async function cutResponse(
  { status, headers, body }: ApiResponse,
  { how, afterBytes }: ResponseCut,
  signal: AbortSignal,
): Promise<Response> {
  const failure = how === 'reset' ? () => broken(afterBytes) : () => untilAborted(signal);
  if (afterBytes === undefined) throw await failure();
  const sent = Buffer.from(body as string).subarray(0, afterBytes);
  let isSent = sent.length === 0;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (isSent) controller.error(await failure());
      else controller.enqueue(sent);
      isSent = true;
    },
  });
  return new Response(stream, { status, headers });
}

function broken(afterBytes: number | undefined): TypeError {
  const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET', syscall: 'read' });
  return new TypeError(afterBytes === undefined ? 'fetch failed' : 'terminated', { cause });
}

/** Resolves with the reason of the abort. */
function untilAborted(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(signal.reason);
    else signal.addEventListener('abort', () => resolve(signal.reason), { once: true });
  });
}

/** Resolves as `work` does, or rejects at once with the reason of an abort. Leaves no listener behind. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
