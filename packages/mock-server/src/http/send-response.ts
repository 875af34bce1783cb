import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  type ApiResponse,
  isBodiless,
  type Relayed,
  type ResponseCut,
  relayedHeaderLines,
} from './message.js';

/** Puts a response on the wire. */
export function sendResponse(serverResponse: ServerResponse, response: ApiResponse): void {
  if (response.cut !== undefined) {
    sendCutResponse(serverResponse, response, response.cut);
    return;
  }
  if (response.relayed !== undefined) {
    sendRelayedResponse(serverResponse, response, response.relayed);
    return;
  }
  const { status, headers, body } = response;
  if (response.stream !== undefined) {
    sendStream(serverResponse, response, response.stream);
    return;
  }
  const hasBody = !isBodiless(status);
  const length = hasBody ? { 'content-length': Buffer.byteLength(body) } : {};
  serverResponse.writeHead(status, { ...headers, ...length });
  serverResponse.end(hasBody ? body : undefined);
}

/** A response as the text of an HTTP message, for a connection on which nothing else can be said. */
export function responseText({ status, headers, body }: ApiResponse, reason: string): string {
  const all = { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${reason}`, ...lines, '', String(body)].join('\r\n');
}

/** A reset right behind the bytes could overtake them on some systems. */
const msBeforeReset = 20;

/** Puts as much of a response on the wire as its cut says, then breaks the connection or leaves it hanging. */
function sendCutResponse(
  serverResponse: ServerResponse,
  { status, headers, body }: ApiResponse,
  { how, afterBytes }: ResponseCut,
): void {
  const reset = () => serverResponse.socket?.resetAndDestroy();
  if (afterBytes === undefined) {
    if (how === 'reset') reset();
    return;
  }
  const bytes = Buffer.from(body as string);
  serverResponse.writeHead(status, { ...headers, 'content-length': bytes.length });
  serverResponse.flushHeaders();
  serverResponse.write(bytes.subarray(0, afterBytes));
  if (how === 'reset') AbortSignal.timeout(msBeforeReset).addEventListener('abort', reset);
}

/** Puts the response of an upstream on the wire as it came. What breaks off there breaks off here. */
function sendRelayedResponse(
  serverResponse: ServerResponse,
  { status, headers, body }: ApiResponse,
  relayed: Relayed,
): void {
  serverResponse.sendDate = false;
  serverResponse.writeHead(status, relayed.reason, relayedHeaderLines(headers, relayed).flat());
  if (relayed.rest === undefined) {
    serverResponse.end(body);
    return;
  }
  // The pipeline destroys the response; whoever reads it sees a body that ends too early.
  pipeline(Readable.from(joined(body as Uint8Array, relayed.rest)), serverResponse).catch(() => undefined);
}

/** Sends what comes as it comes, until it ends or nobody reads it any more. */
function sendStream(
  serverResponse: ServerResponse,
  { status, headers }: ApiResponse,
  stream: ReadableStream<Uint8Array>,
): void {
  serverResponse.writeHead(status, headers);
  if (serverResponse.req.method === 'HEAD') {
    serverResponse.end();
    stream.cancel();
  } else pipeline(stream, serverResponse).catch(() => undefined);
}

async function* joined(beginning: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield beginning;
  yield* rest;
}
