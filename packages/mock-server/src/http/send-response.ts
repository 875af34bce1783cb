import type { ServerResponse } from 'node:http';
import type { ApiResponse } from './api-response.js';
import { isBodiless } from './is-bodiless.js';
import { sendCutResponse } from './send-cut-response.js';
import { sendRelayedResponse } from './send-relayed-response.js';

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
