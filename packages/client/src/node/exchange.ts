import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { CallError } from '../errors/call-error.js';
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
  readonly traffic: Traffic;
  readonly url: string;
  readonly path: string;
  readonly init: RequestInit;
}

/** The requests under way. */
export class Traffic {
  readonly #requests = new Set<ClientRequest>();
  readonly #listeners: (() => void)[] = [];
  /** Whether no further requests are accepted. */
  isClosed = false;

  begin(request: ClientRequest): void {
    this.#requests.add(request);
  }

  end(request: ClientRequest): void {
    this.#requests.delete(request);
    if (this.#requests.size === 0) for (const listener of this.#listeners.splice(0)) listener();
  }

  /** Resolves when the last request is over. */
  async close(): Promise<void> {
    this.isClosed = true;
    if (this.#requests.size > 0) await new Promise<void>((resolve) => this.#listeners.push(resolve));
  }
}

/**
 * Sends one request and resolves to its response, whose body is still to be read. Sends it again, once, if its kept
 * connection was closed while it was idle. Rejects with the error of Node or the signal's own reason.
 */
export function exchange(outgoing: Outgoing, isResent = false): Promise<Response> {
  const { traffic, init } = outgoing;
  const { signal } = init;
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(signal.reason);
    const request = startRequest(outgoing);
    traffic.begin(request);
    const onAbort = () => {
      reject(signal?.reason);
      if (!wasSent(request)) reportNotSent(signal?.reason);
      request.destroy();
      // A request without a connection does not close.
      traffic.end(request);
    };
    const onResponse = (message: IncomingMessage) => {
      if (Number(message.statusCode) > 199) return resolve(new NodeResponse(message, outgoing));
      reject(new Error('A switch of protocols, or no status.'));
      request.destroy();
    };
    request.on('response', onResponse);
    request.on('upgrade', onResponse);
    request.on('error', (error: NodeJS.ErrnoException) => {
      // Node names the system call of the handshake, before which nothing of the request is written.
      if (isInHandshake(request)) error.syscall = 'connect';
      // An abort cuts the connection, which looks the same.
      if (isResent || signal?.aborted === true || !wasIdle(request, error)) reject(error);
      else resolve(exchange(outgoing, true));
    });
    signal?.addEventListener('abort', onAbort);
    request.on('close', () => {
      signal?.removeEventListener('abort', onAbort);
      traffic.end(request);
    });
  });
}

/** A request as Node has it before it has a connection. */
interface Starting {
  readonly socket: (Socket & { readonly secureConnecting?: boolean }) | null | undefined;
}

/** Whether a byte may have left: the request has a connection that stands. */
function wasSent(request: Starting): boolean {
  return request.socket != null && !request.socket.connecting && !isInHandshake(request);
}

function isInHandshake({ socket }: Starting): boolean {
  return socket?.secureConnecting === true;
}

/** The error of a timeout is made before anybody knows; the reason of a caller's abort is left alone. */
function reportNotSent(reason: unknown): void {
  if (reason instanceof CallError) reason.addHistory(reason.attempts, 'not_sent');
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
  // Not by pairs, which cost several times as much.
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
 * that was not written at all, which `EPIPE` means.
 */
function wasIdle(
  { reusedSocket, method, res }: ClientRequest & { res?: unknown },
  { code }: NodeJS.ErrnoException,
): boolean {
  return reusedSocket && !res && (code === 'EPIPE' || (code === 'ECONNRESET' && method === 'GET'));
}
