import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Connection } from './connection.js';
import { NodeResponse } from './node-response.js';

/** Failures of requests that may be sent again, because the connection was closed while it was idle. */
const idleCloses = new WeakSet<object>();

/** Whether the connection was closed before anything was done with the request. */
export function isIdleClose(error: unknown): boolean {
  return idleCloses.has(Object(error));
}

/** Sends one request and gives the head of its answer. Rejects with the error of Node or the signal's own reason. */
export function exchange(connection: Connection, url: URL, init: RequestInit): Promise<Response> {
  const { signal } = init;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const request = startRequest(connection, url, init);
    const onAbort = () => {
      reject(signal?.reason);
      request.destroy();
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    request.on('close', () => signal?.removeEventListener('abort', onAbort));
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (wasIdle(request, error)) idleCloses.add(error);
      reject(error);
    });
    const onAnswer = (message: IncomingMessage) => {
      if (message.statusCode !== 101) return resolve(new NodeResponse(message, url, signal));
      reject(new Error('The server switched to another protocol.'));
      request.destroy();
    };
    request.on('response', onAnswer).on('upgrade', onAnswer);
  });
}

function startRequest({ agent, request }: Connection, url: URL, init: RequestInit): ClientRequest {
  const { method = 'GET' } = init;
  const body = checkBody(init.body);
  // As bytes, because node:http writes the headers in the encoding of a text that goes out with them.
  const bytes = body === undefined ? undefined : Buffer.from(body);
  const length = bytes && { 'content-length': bytes.length };
  const headers = {
    'accept-encoding': 'gzip, br',
    ...(init.headers as Record<string, string>),
    ...length,
  };
  const { hostname, port, pathname, search } = url;
  const host = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  const started = request({ agent, method, headers, hostname: host, port, path: pathname + search });
  return started.end(bytes);
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
