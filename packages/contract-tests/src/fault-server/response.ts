import type { Reply } from './received-request.js';

/** The parts of a response that differ from the usual one. */
export interface ResponseParts {
  readonly status?: number;
  /** The line before the headers. */
  readonly statusLine?: string;
  /** Header lines instead of the content type and the length. */
  readonly headers?: readonly string[];
  readonly body?: string | Buffer;
}

/** The bytes of a response; missing parts are as the API would send them. */
export function responseBytes({ status = 200, statusLine, headers, body = '' }: ResponseParts): Buffer {
  const lines = headers ?? ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`];
  const head = [statusLine ?? `HTTP/1.1 ${status} Reason`, ...lines, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head), Buffer.from(body)]);
}

/** Sends these bytes as one response and keeps the connection open. */
export function answer(parts: ResponseParts): Reply {
  return (socket) => socket.write(responseBytes(parts));
}

/** Sends a response with this JSON and, besides the usual headers, these. */
export function json(value: unknown, status = 200, headers: readonly string[] = []): Reply {
  const body = JSON.stringify(value);
  const usual = ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`];
  return answer({ status, headers: [...usual, ...headers], body });
}

/** Sends these bytes as they are and ends the connection. */
export function rawThenEnd(bytes: string | Buffer): Reply {
  return (socket) => socket.end(bytes);
}
