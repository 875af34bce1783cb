import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { RequestHandler } from '../request-handler.js';
import { FairQueue } from './fair-queue.js';
import { headerPairs, joinedHeaders } from './message.js';
import { reportFailure } from './report-failure.js';
import { responseText, sendResponse } from './send-response.js';
import type { SocketGuard } from './socket-guard.js';

/** An open socket. */
interface Listener {
  readonly bound: AddressInfo;
  readonly adminToken: string | undefined;
  close(): Promise<void>;
}

/** All servers of a process share its event loop. */
const queue = new FairQueue();
const graceMs = 500;
const settings = {
  // Node would responds by itself, and not in the error shape of the API.
  requireHostHeader: false,
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  keepAliveTimeout: 5_000,
  // Node looks for late requests every 30 s unless told otherwise, which triples the time for headers.
  connectionsCheckingInterval: 2_000,
};

/** What a socket is opened on, and where. */
interface ListenerOptions {
  readonly handler: RequestHandler;
  readonly host: string;
  readonly port: number;
  /** Makes what decides which requests the socket of an address takes. */
  readonly guardOf: (address: string) => SocketGuard;
}

/** A request handler behind the guard of its socket. */
interface GuardedHandler {
  readonly handler: RequestHandler;
  readonly guard: SocketGuard;
}

/** Opens a socket on the request handler. Rejects with the error of node:net when the address cannot be had. */
export async function openListener({ handler, host, port, guardOf }: ListenerOptions): Promise<Listener> {
  const server = createServer(settings).listen(port, host);
  await once(server, 'listening');
  const bound = server.address() as AddressInfo;
  const guarded = { handler, guard: guardOf(bound.address) };
  const handle = (serveOne: typeof serve) => (request: IncomingMessage, serverResponse: ServerResponse) => {
    serveOne(guarded, request, serverResponse).catch((error: unknown) => {
      reportFailure(error);
      serverResponse.destroy();
    });
  };
  server.on('request', handle(serve)).on('checkExpectation', handle(serve));
  server.on('checkContinue', handle(serveExpectant));
  respondToBadConnections(server, handler);
  return { bound, adminToken: guarded.guard.adminToken, close: () => close(server) };
}

async function serve(
  guarded: GuardedHandler,
  request: IncomingMessage,
  serverResponse: ServerResponse,
): Promise<void> {
  const { handler } = guarded;
  const bytes = await readBytes(request, handler.maxBodyBytes);
  if (bytes === undefined) return;
  await queue.next();
  if (!hasOneHost(request)) {
    serverResponse.shouldKeepAlive = false;
    sendResponse(
      serverResponse,
      handler.refuse({ status: 400, message: 'An HTTP/1.1 request has one Host header.' }),
    );
    return;
  }
  await respond(guarded, request, serverResponse, bytes);
}

/** RFC 9112, section 3.2. */
function hasOneHost({ httpVersion, rawHeaders }: IncomingMessage): boolean {
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
  return hosts.length === 1 || (hosts.length === 0 && httpVersion === '1.0');
}

/** A client that waits for leave to send a body that is too large gets the refusal at once. */
async function serveExpectant(
  guarded: GuardedHandler,
  request: IncomingMessage,
  serverResponse: ServerResponse,
): Promise<void> {
  const { maxBodyBytes } = guarded.handler;
  if (Number(request.headers['content-length'] ?? 0) <= maxBodyBytes) {
    serverResponse.writeContinue();
    return serve(guarded, request, serverResponse);
  }
  serverResponse.shouldKeepAlive = false;
  return respond(guarded, request, serverResponse, new Uint8Array(maxBodyBytes + 1));
}

async function respond(
  { handler, guard }: GuardedHandler,
  request: IncomingMessage,
  serverResponse: ServerResponse,
  bytes: Uint8Array,
) {
  const { method = '', url: target = '' } = request;
  const headerLines = headerPairs(request.rawHeaders);
  const headers = joinedHeaders(headerLines);
  const refusal = guard.refusal({ method, target, headers });
  if (refusal !== undefined) {
    sendResponse(serverResponse, handler.refuse(refusal));
    return;
  }
  const leaving = new AbortController();
  serverResponse.once('close', () => {
    if (!serverResponse.writableFinished) leaving.abort();
  });
  const { signal } = leaving;
  const message = { method, target, headers, headerLines, bytes, isFromPage: isFromPage(headers), signal };
  sendResponse(serverResponse, await handler.handle(message));
}

/** Browsers name the origin of a page, or say where it is; pages cannot keep them from it. The `fetch` of Node sends `Sec-Fetch-Mode` alone. */
function isFromPage(headers: Readonly<Record<string, string>>): boolean {
  return ['origin', 'sec-fetch-site', 'sec-fetch-dest'].some((name) => Object.hasOwn(headers, name));
}

function close(server: Server): Promise<void> {
  AbortSignal.timeout(graceMs).addEventListener('abort', () => server.closeAllConnections());
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

/** Reads a body until it is over or longer than `limit`; undefined when the client hangs up first. */
function readBytes(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  return new Promise((resolve) => {
    const finish = () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
    request.on('data', (chunk: Uint8Array) => {
      // What is over the limit is read and dropped, so that the client gets to read its response.
      if (length > limit) return;
      chunks.push(chunk);
      length += chunk.byteLength;
      if (length > limit) finish();
    });
    request.once('end', finish).once('close', () => resolve(undefined));
    request.on('error', () => resolve(undefined));
  });
}

const problems: Readonly<Record<string, readonly [status: number, message: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'The headers are too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The extensions of the chunks are too large.'],
};

/** Responds to what is not HTTP, and CONNECT, in the error shape of the API. */
function respondToBadConnections(server: Server, handler: RequestHandler): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const [status, message] = problems[error.code ?? ''] ?? [400, 'This is not a readable HTTP request.'];
    endWith(socket, handler, status, message);
  });
  server.on('connect', (_, socket) => endWith(socket, handler, 405, 'CONNECT is not offered.'));
}

function endWith(socket: Duplex, handler: RequestHandler, status: number, message: string): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  socket.on('error', () => socket.destroy());
  socket.end(responseText(handler.refuse({ status, message }), STATUS_CODES[status] ?? ''));
}
