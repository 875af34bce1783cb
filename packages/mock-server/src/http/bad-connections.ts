import { type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FrontDoor } from '../front-door.js';
import { responseText } from './send-response.js';

const problems: Readonly<Record<string, readonly [status: number, message: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'The headers are too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The extensions of the chunks are too large.'],
};

/** Answers what is not HTTP, and CONNECT, in the error shape of the API. */
export function respondToBadConnections(server: Server, door: FrontDoor): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const [status, message] = problems[error.code ?? ''] ?? [400, 'This is not a readable HTTP request.'];
    endWith(socket, door, status, message);
  });
  server.on('connect', (_, socket) => endWith(socket, door, 405, 'CONNECT is not offered.'));
}

function endWith(socket: Duplex, door: FrontDoor, status: number, message: string): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  socket.on('error', () => socket.destroy());
  socket.end(responseText(door.refuse(status, message), STATUS_CODES[status] ?? ''));
}
