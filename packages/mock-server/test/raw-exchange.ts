import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Opens a connection to a server. */
export async function openConnection(url: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

/** Sends the bytes as they are and gives everything that comes back until the server closes the connection. */
export async function rawExchange(url: string, ...chunks: (string | Uint8Array)[]): Promise<string> {
  const socket = await openConnection(url);
  const answer = textFrom(socket);
  for (const chunk of chunks) {
    socket.write(chunk);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return answer;
}

/** Everything that comes from a connection until it is closed. */
export async function textFrom(socket: Socket): Promise<string> {
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  socket.on('error', () => socket.destroy());
  await once(socket, 'close');
  return Buffer.concat(parts).toString();
}

/** A request as HTTP text that asks the server to close the connection afterwards. */
export function requestText(line: string, headers: Record<string, string> = {}, body = ''): string {
  const all = { host: 'localhost', authorization: 'Bearer any', connection: 'close', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`${line} HTTP/1.1`, ...lines, '', body].join('\r\n');
}
