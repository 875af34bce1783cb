import type { FrontDoor } from '../front-door.js';
import type { MockServer } from '../mock-server.js';
import type { ApiResponse } from './api-response.js';
import { cutResponse } from './cut-response.js';
import { isBodiless } from './is-bodiless.js';
import { relayedResponse } from './relayed-response.js';
import { unlessAborted } from './unless-aborted.js';

/** A `fetch` that hands requests to the front door instead of the network. It rejects as soon as the door is closed. */
export function inProcessFetch(door: FrontDoor, isClosed: () => boolean): MockServer['fetch'] {
  return async (input, init) => {
    if (isClosed()) throw new TypeError('fetch failed', { cause: new Error('The mock server is closed.') });
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const { pathname, search } = new URL(request.url);
    const headers = Object.fromEntries(request.headers);
    const body = new Uint8Array(await request.arrayBuffer());
    const { method, signal } = request;
    const responding = door.handle({ method, target: pathname + search, headers, body, signal });
    const response = await unlessAborted(responding, request.signal);
    return response.cut === undefined
      ? toResponse(response, method)
      : cutResponse(response, response.cut, request.signal);
  };
}

function toResponse(response: ApiResponse, method: string): Response {
  const { status, headers, body, relayed } = response;
  if (relayed !== undefined) return relayedResponse(response, relayed, method);
  const hasBody = !isBodiless(status) && method !== 'HEAD';
  return new Response(hasBody ? (body as BodyInit) : null, { status, headers });
}
