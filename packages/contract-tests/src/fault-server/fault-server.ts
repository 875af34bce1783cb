import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { readRequests } from './read-requests.js';
import type { ReceivedRequest, Reply } from './received-request.js';

/** A server on a bare TCP port that treats each request as its script says. */
export interface FaultServer {
  readonly origin: string;
  /** Every request that arrived whole, in order. */
  readonly requests: readonly ReceivedRequest[];
  /** How many connections were opened so far. */
  readonly connections: () => number;
  /** Connections that are open now, by their number. */
  readonly sockets: ReadonlyMap<number, Socket>;
  /** Breaks every connection and frees the port. */
  readonly close: () => Promise<void>;
}

/** Chooses the reply to request number `index`, counted from 0. */
export type Script = (request: ReceivedRequest, index: number) => Reply;

/** Starts the server on a free port of loopback. */
export async function startFaultServer(script: Script): Promise<FaultServer> {
  const requests: ReceivedRequest[] = [];
  const sockets = new Map<number, Socket>();
  let connections = 0;
  const server = createServer({ noDelay: true }, (socket) => {
    const connection = ++connections;
    sockets.set(connection, socket);
    socket.on('close', () => sockets.delete(connection)).on('error', () => undefined);
    readRequests(socket, connection, (request) =>
      script(request, requests.push(request) - 1)(socket, request),
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    for (const socket of sockets.values()) socket.resetAndDestroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { origin: `http://127.0.0.1:${port}`, requests, connections: () => connections, sockets, close };
}
