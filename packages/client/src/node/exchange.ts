import type { ClientRequest, IncomingMessage } from 'node:http';
import type { PlainSignal } from '../core/cancellation.js';
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
 * Sends one request and gives the head of its answer; once more when its kept connection was closed while it was idle.
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
    const onAnswer = (message: IncomingMessage) => {
      if (message.statusCode !== 101) return resolve(new NodeResponse(message, outgoing.url, signal));
      reject(new Error('The server switched to another protocol.'));
      request.destroy();
    };
    request.on('response', onAnswer);
    request.on('upgrade', onAnswer);
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (isRepetition || !wasIdle(request, error)) reject(error);
      else resolve(exchange(outgoing, true));
    });
    if (signal) {
      signal.addEventListener('abort', onAbort);
      request.on('close', () => signal.removeEventListener('abort', onAbort));
    }
  });
}

function startRequest({ connection, path, init }: Outgoing): ClientRequest {
  const headers: Record<string, string> = { 'accept-encoding': 'gzip, br' };
  // A loop, because `...` costs ten times as much here.
  for (const [name, value] of Object.entries(init.headers ?? {})) headers[name] = value;
  const { method = 'GET' } = init;
  const body = checkBody(init.body);
  if (body === undefined) return connection(method, path, headers).end();
  // As bytes, because node:http writes the headers in the encoding of a text that goes out with them.
  const bytes = Buffer.from(body);
  headers['content-length'] = String(bytes.length);
  return connection(method, path, headers).end(bytes);
}

function checkBody(body: unknown): string | Uint8Array | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  throw new TypeError('nodeFetch sends text and bytes only.');
}

/**
 * A kept connection may be closed by the server just when a request goes out on it. A safe request can be sent again, and
 * so can any that was not written at all, which is what `EPIPE` says.
 */
function wasIdle(
  { reusedSocket, method, res }: ClientRequest & { res?: unknown },
  { code }: NodeJS.ErrnoException,
): boolean {
  if (!reusedSocket || res) return false;
  return code === 'EPIPE' || (code === 'ECONNRESET' && method === 'GET');
}
