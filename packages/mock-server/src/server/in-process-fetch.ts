import type { Answer } from '../message/answer.js';
import { isBodiless } from '../message/is-bodiless.js';
import { cutResponse } from './cut-response.js';
import type { FrontDoor } from './front-door.js';
import type { MockServer } from './mock-server.js';
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
    const answering = door.handle({ method, target: pathname + search, headers, body, signal });
    const answer = await unlessAborted(answering, request.signal);
    return answer.cut === undefined
      ? toResponse(answer, method)
      : cutResponse(answer, answer.cut, request.signal);
  };
}

function toResponse(answer: Answer, method: string): Response {
  const { status, headers, body, relayed } = answer;
  if (relayed !== undefined) return relayedResponse(answer, relayed, method);
  const hasBody = !isBodiless(status) && method !== 'HEAD';
  return new Response(hasBody ? (body as BodyInit) : null, { status, headers });
}
