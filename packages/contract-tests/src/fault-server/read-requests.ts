import type { Socket } from 'node:net';
import type { ReceivedRequest } from './received-request.js';

const endOfHead = '\r\n\r\n';

/** Calls `onRequest` with each request that comes over the socket, whole and in order. */
export function readRequests(
  socket: Socket,
  connection: number,
  onRequest: (request: ReceivedRequest) => void,
): void {
  let unread = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    unread = Buffer.concat([unread, chunk]);
    for (let request = takeRequest(unread, connection); request !== undefined; ) {
      unread = unread.subarray(request.length);
      onRequest(request.received);
      request = takeRequest(unread, connection);
    }
  });
}

function takeRequest(bytes: Buffer, connection: number) {
  const headLength = bytes.indexOf(endOfHead);
  if (headLength === -1) return undefined;
  const [requestLine = '', ...lines] = bytes.toString('latin1', 0, headLength).split('\r\n');
  const [method = '', path = ''] = requestLine.split(' ');
  const headers = readHeaders(lines);
  const start = headLength + endOfHead.length;
  const length = start + Number(headers['content-length'] ?? 0);
  if (bytes.length < length) return undefined;
  const body = Buffer.from(bytes.subarray(start, length));
  return { length, received: { method, path, headers, body, connection } };
}

function readHeaders(lines: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = Object.create(null);
  for (const line of lines) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return headers;
}
