import type { ClientRequest, IncomingMessage } from 'node:http';
import { NodeResponse } from './node-response.js';

/** Starts a request to one origin; `path` includes the query. */
export type Connection = (
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
) => ClientRequest;

/** One request to send; `url` is absolute, `path` includes the query. */
export interface Outgoing {
  readonly connection: Connection;
  readonly url: string;
  readonly path: string;
  readonly init: RequestInit;
}

/**
 * Sends one request and resolves to its response, whose body is still to be read. Sends it again, once, if its kept
 * connection was closed while it was idle. Rejects with the error of Node or the signal's own reason.
 */
export function exchange(outgoing: Outgoing, isResent = false): Promise<Response> {
  const { signal } = outgoing.init;
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
      if (isResent || signal?.aborted === true || !wasIdle(request, error)) reject(error);
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
  // As bytes, because node:http writes the headers in the encoding of a string that is sent with them.
  const bytes = body === undefined ? undefined : Buffer.from(body);
  // Without it node:http announces a body in chunks for a POST, PUT or PATCH that has none.
  if (bytes || method.startsWith('P')) headers['content-length'] = String(bytes?.length ?? 0);
  return connection(method, path, headers).end(bytes);
}

/** Also takes a `Headers` or a list: a wrapper around this function may have made one. */
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
 * A server may close a kept connection just when a request is sent on it. A safe request can be sent again, and so can any
 * that was not written at all, which is what `EPIPE` says.
 */
function wasIdle(
  { reusedSocket, method, res }: ClientRequest & { res?: unknown },
  { code }: NodeJS.ErrnoException,
): boolean {
  return reusedSocket && !res && (code === 'EPIPE' || (code === 'ECONNRESET' && method === 'GET'));
}
