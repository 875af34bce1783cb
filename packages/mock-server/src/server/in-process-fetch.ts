import type { Answer } from '../message/answer.js';
import { cutResponse } from './cut-response.js';
import type { FrontDoor } from './front-door.js';
import type { MockServer } from './mock-server.js';
import { relayedResponse } from './relayed-response.js';
import { unlessAborted } from './unless-aborted.js';

/** A `fetch` that hands requests to the front door instead of the network. */
export function inProcessFetch(door: FrontDoor): MockServer['fetch'] {
  return async (input, init) => {
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
  const isBodiless = status === 204 || status === 304 || method === 'HEAD';
  return new Response(isBodiless ? null : (body as BodyInit), { status, headers });
}
