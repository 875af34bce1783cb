import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { maxBodyBytes } from '../contract/read-body.js';
import { answerBadConnections } from './bad-connections.js';
import type { FrontDoor } from './front-door.js';
import { readBytes } from './read-bytes.js';
import { reportFailure } from './report-failure.js';
import { sendAnswer } from './send-answer.js';

/** An open socket. */
export interface HttpListener {
  readonly port: number;
  close(): Promise<void>;
}

const graceMs = 500;
const timeouts = { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 5_000 };

/** Opens a socket on the front door. Rejects with the error of node:net when the address cannot be had. */
export async function openListener(door: FrontDoor, host: string, port: number): Promise<HttpListener> {
  const handle = (serveOne: typeof serve) => (request: IncomingMessage, response: ServerResponse) => {
    serveOne(door, request, response).catch((error: unknown) => {
      reportFailure(error);
      response.destroy();
    });
  };
  const server = createServer(timeouts, handle(serve));
  server.on('checkContinue', handle(serveExpectant)).on('checkExpectation', handle(serve));
  answerBadConnections(server, door);
  server.listen(port, host);
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

async function serve(door: FrontDoor, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBytes(request, maxBodyBytes);
  if (body !== undefined) await answer(door, request, response, body);
}

/** A client that waits for leave to send a body that is too large is told so at once. */
async function serveExpectant(
  door: FrontDoor,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (Number(request.headers['content-length'] ?? 0) <= maxBodyBytes) {
    response.writeContinue();
    return serve(door, request, response);
  }
  response.shouldKeepAlive = false;
  return answer(door, request, response, new Uint8Array(maxBodyBytes + 1));
}

async function answer(door: FrontDoor, request: IncomingMessage, response: ServerResponse, body: Uint8Array) {
  const { method = '', url: target = '' } = request;
  sendAnswer(response, await door.handle({ method, target, headers: joinedHeaders(request), body }));
}

function joinedHeaders({ headersDistinct }: IncomingMessage): Record<string, string> {
  const pairs = Object.entries(headersDistinct).map(([name, values = []]) => {
    return [name, values.join(name === 'cookie' ? '; ' : ', ')];
  });
  return Object.fromEntries(pairs) as Record<string, string>;
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
