import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrontDoor } from '../front-door.js';
import { respondToBadConnections } from './bad-connections.js';
import { headerPairs, joinedHeaders } from './header-lines.js';
import { readBytes } from './read-bytes.js';
import { reportFailure } from './report-failure.js';
import { sendResponse } from './send-response.js';
import { Turns } from './turns.js';

/** An open socket. */
export interface HttpListener {
  readonly port: number;
  close(): Promise<void>;
}

/** All servers of a process share its event loop. */
const turns = new Turns();
const graceMs = 500;
const settings = {
  // Node would answer by itself, and not in the error shape of the API.
  requireHostHeader: false,
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  keepAliveTimeout: 5_000,
  // Node looks for late requests every 30 s unless told otherwise, which triples the time for headers.
  connectionsCheckingInterval: 2_000,
};

/** Opens a socket on the front door. Rejects with the error of node:net when the address cannot be had. */
export async function openListener(door: FrontDoor, host: string, port: number): Promise<HttpListener> {
  const handle = (serveOne: typeof serve) => (request: IncomingMessage, serverResponse: ServerResponse) => {
    serveOne(door, request, serverResponse).catch((error: unknown) => {
      reportFailure(error);
      serverResponse.destroy();
    });
  };
  const server = createServer(settings, handle(serve));
  server.on('checkContinue', handle(serveExpectant)).on('checkExpectation', handle(serve));
  respondToBadConnections(server, door);
  server.listen(port, host);
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

async function serve(
  door: FrontDoor,
  request: IncomingMessage,
  serverResponse: ServerResponse,
): Promise<void> {
  const body = await readBytes(request, door.maxBodyBytes);
  if (body === undefined) return;
  await turns.next();
  if (!hasOneHost(request)) {
    serverResponse.shouldKeepAlive = false;
    sendResponse(serverResponse, door.refuse(400, 'An HTTP/1.1 request has one Host header.'));
    return;
  }
  await respond(door, request, serverResponse, body);
}

/** RFC 9112, section 3.2. */
function hasOneHost({ httpVersion, rawHeaders }: IncomingMessage): boolean {
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
  return hosts.length === 1 || (hosts.length === 0 && httpVersion === '1.0');
}

/** A client that waits for leave to send a body that is too large is told so at once. */
async function serveExpectant(
  door: FrontDoor,
  request: IncomingMessage,
  serverResponse: ServerResponse,
): Promise<void> {
  if (Number(request.headers['content-length'] ?? 0) <= door.maxBodyBytes) {
    serverResponse.writeContinue();
    return serve(door, request, serverResponse);
  }
  serverResponse.shouldKeepAlive = false;
  return respond(door, request, serverResponse, new Uint8Array(door.maxBodyBytes + 1));
}

async function respond(
  door: FrontDoor,
  request: IncomingMessage,
  serverResponse: ServerResponse,
  body: Uint8Array,
) {
  const { method = '', url: target = '' } = request;
  const headerLines = headerPairs(request.rawHeaders);
  const headers = joinedHeaders(headerLines);
  const leaving = new AbortController();
  serverResponse.once('close', () => {
    if (!serverResponse.writableFinished) leaving.abort();
  });
  const { signal } = leaving;
  sendResponse(serverResponse, await door.handle({ method, target, headers, headerLines, body, signal }));
}

function close(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
  });
}
