import type { ClientRequest, IncomingMessage } from 'node:http';
import type { PlainSignal } from '../request/cancellation.js';
import type { Connection } from './connection.js';
import { NodeResponse } from './node-response.js';

/** One request as it goes out; `url` is absolute, `path` includes the query. */
export interface Outgoing {
  readonly connection: Connection;
  readonly url: string;
  readonly path: string;
  readonly init: RequestInit;
}

/**
 * Sends one request and gives the head of its response; once more when its kept connection was closed while it was idle.
 * Rejects with the error of Node or the signal's own reason.
 */
export function exchange(outgoing: Outgoing, isRepetition = false): Promise<Response> {
  const signal: PlainSignal | null | undefined = outgoing.init.signal;
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(signal.reason);
    const request = startRequest(outgoing);
    const onAbort = () => {
      reject(signal?.reason);
      request.destroy();
    };
    const onResponse = (message: IncomingMessage) => {
      if (Number(message.statusCode) > 199) return resolve(new NodeResponse(message, outgoing));
      reject(new Error('A switch of protocols, or no status.'));
      request.destroy();
    };
    request.on('response', onResponse);
    request.on('upgrade', onResponse);
    request.on('error', (error: NodeJS.ErrnoException) => {
      // An abort cuts the connection, which looks the same.
      if (isRepetition || signal?.aborted === true || !wasIdle(request, error)) reject(error);
      else resolve(exchange(outgoing, true));
    });
    signal?.addEventListener('abort', onAbort);
    request.on('close', () => signal?.removeEventListener('abort', onAbort));
  });
}

function startRequest({ connection, path, init }: Outgoing): ClientRequest {
  const { method = 'GET' } = init;
  const headers = recordOf(init.headers);
  const body = checkBody(init.body);
  // As bytes, because node:http writes the headers in the encoding of a text that goes out with them.
  const bytes = body === undefined ? undefined : Buffer.from(body);
  // Without it node:http says of a POST, PUT or PATCH without a body that one comes in chunks.
  if (bytes || method.startsWith('P')) headers['content-length'] = String(bytes?.length ?? 0);
  return connection(method, path, headers).end(bytes);
}

/** Also takes a `Headers` or a list: what is wrapped around this function may have made one. */
function recordOf(given: HeadersInit = {}): Record<string, string> {
  const headers: Record<string, string> = { 'accept-encoding': 'gzip, br' };
  const record = Symbol.iterator in given ? Object.fromEntries(given) : given;
  // Neither `...` nor pairs, which cost ten times as much here.
  for (const name of Object.keys(record)) headers[name.toLowerCase()] = record[name] ?? '';
  return headers;
}

function checkBody(body: unknown): string | Uint8Array | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  throw new TypeError('nodeFetch sends text or bytes.');
}

/**
 * A kept connection may be closed by the server just when a request goes out on it. A safe request can be sent again, and
 * so can any that was not written at all, which is what `EPIPE` says.
 */
function wasIdle(
  { reusedSocket, method, res }: ClientRequest & { res?: unknown },
  { code }: NodeJS.ErrnoException,
): boolean {
  return reusedSocket && !res && (code === 'EPIPE' || (code === 'ECONNRESET' && method === 'GET'));
}
