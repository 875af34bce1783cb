import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ApiResponse } from './api-response.js';
import type { Relayed } from './relayed.js';
import { relayedHeaderLines } from './relayed-header-lines.js';

/** Puts the response of an upstream on the wire as it came. What breaks off there breaks off here. */
export function sendRelayedResponse(
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

async function* joined(beginning: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield beginning;
  yield* rest;
}
