import type { Answer } from '../message/answer.js';
import type { FrontDoor } from './front-door.js';
import type { MockServer } from './mock-server.js';

/** A `fetch` that hands requests to the front door instead of the network. */
export function inProcessFetch(door: FrontDoor): MockServer['fetch'] {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const { pathname, search } = new URL(request.url);
    const headers = Object.fromEntries(request.headers);
    const body = new Uint8Array(await request.arrayBuffer());
    const answer = await door.handle({ method: request.method, target: pathname + search, headers, body });
    request.signal.throwIfAborted();
    return toResponse(answer, request.method);
  };
}

function toResponse({ status, headers, body }: Answer, method: string): Response {
  const isBodiless = status === 204 || status === 304 || method === 'HEAD';
  return new Response(isBodiless ? null : (body as BodyInit), { status, headers });
}
