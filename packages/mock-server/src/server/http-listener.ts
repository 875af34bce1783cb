import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { headerPairs, joinedHeaders } from '../message/header-lines.js';
import { answerBadConnections } from './bad-connections.js';
import type { FrontDoor } from './front-door.js';
import { readBytes } from './read-bytes.js';
import { reportFailure } from './report-failure.js';
import { sendAnswer } from './send-answer.js';
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
  const handle = (serveOne: typeof serve) => (request: IncomingMessage, response: ServerResponse) => {
    serveOne(door, request, response).catch((error: unknown) => {
      reportFailure(error);
      response.destroy();
    });
  };
  const server = createServer(settings, handle(serve));
  server.on('checkContinue', handle(serveExpectant)).on('checkExpectation', handle(serve));
  answerBadConnections(server, door);
  server.listen(port, host);
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

async function serve(door: FrontDoor, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBytes(request, door.maxBodyBytes);
  if (body === undefined) return;
  await turns.next();
  if (!hasOneHost(request)) {
    response.shouldKeepAlive = false;
    sendAnswer(response, door.refuse(400, 'An HTTP/1.1 request has one Host header.'));
    return;
  }
  await answer(door, request, response, body);
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
  response: ServerResponse,
): Promise<void> {
  if (Number(request.headers['content-length'] ?? 0) <= door.maxBodyBytes) {
    response.writeContinue();
    return serve(door, request, response);
  }
  response.shouldKeepAlive = false;
  return answer(door, request, response, new Uint8Array(door.maxBodyBytes + 1));
}

async function answer(door: FrontDoor, request: IncomingMessage, response: ServerResponse, body: Uint8Array) {
  const { method = '', url: target = '' } = request;
  const headerLines = headerPairs(request.rawHeaders);
  const headers = joinedHeaders(headerLines);
  const leaving = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) leaving.abort();
  });
  const { signal } = leaving;
  sendAnswer(response, await door.handle({ method, target, headers, headerLines, body, signal }));
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
