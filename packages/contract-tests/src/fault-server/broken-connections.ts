import type { Reply } from './received-request.js';
import { type ResponseParts, responseBytes } from './response.js';

const body = JSON.stringify({ id: 'cst_1', firstName: 'Jane' });
const head = responseBytes({ body }).subarray(0, -body.length);

/** Breaks the connection with a reset once these bytes have left. */
const resetAfter =
  (bytes: Buffer): Reply =>
  (socket) =>
    socket.write(bytes, () => setTimeout(() => socket.resetAndDestroy(), 5));

/** Ways in which a connection breaks while a call waits. */
export const brokenConnections = {
  'a reset before the answer': (socket) => socket.resetAndDestroy(),
  'an end before the answer': (socket) => socket.end(),
  'a reset within the status line': resetAfter(Buffer.from('HTTP/1.')),
  'a reset within the headers': resetAfter(head.subarray(0, 40)),
} satisfies Record<string, Reply>;

/** Ways in which it breaks after the response has begun. */
export const brokenBodies = {
  'a reset after the headers': resetAfter(head),
  'a reset in the body': resetAfter(Buffer.concat([head, Buffer.from(body.slice(0, 10))])),
  'an end in the body': (socket) => socket.end(Buffer.concat([head, Buffer.from(body.slice(0, 10))])),
} satisfies Record<string, Reply>;

/** Ways in which a response never ends. */
export const stalledResponses = {
  'headers that never come': () => undefined,
  'headers that stop in the middle': (socket) => socket.write(head.subarray(0, 30)),
  'a body that never comes': (socket) => socket.write(head),
  'a body that stops in the middle': (socket) => socket.write(Buffer.concat([head, Buffer.from('{"id"')])),
  'a chunked body without its last chunk': (socket) =>
    socket.write(`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n`),
  'a body that drips': (socket) => drip(socket, { headers: ['content-length: 1000000'] }),
} satisfies Record<string, Reply>;

function drip(socket: Parameters<Reply>[0], parts: ResponseParts): void {
  socket.write(responseBytes(parts));
  const timer = setInterval(() => socket.write(' '), 10);
  socket.on('close', () => clearInterval(timer));
}
