import { ConnectionError } from '../errors/connection-error.js';
import { outcomeOfConnection } from './connection-outcome.js';
import { readAnswer } from './read-answer.js';
import { safeCause } from './safe-cause.js';
import { idempotencyKeyOf, operationOf, type RequestRecord, type Send } from './send.js';

/** The part of the WHATWG `fetch` this SDK calls: always with an absolute URL and plain options. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;

/** What the transport needs. */
export interface TransportOptions {
  readonly fetch: FetchLike;
  /** Largest body that is read, in bytes after decompression. */
  readonly maxResponseBytes: number;
}

/** The innermost step: calls `fetch` once, without following redirects, and reads the whole answer. */
export function transport({ fetch, maxResponseBytes }: TransportOptions): Send {
  return async (request) => readAnswer(request, await callFetch(fetch, request), maxResponseBytes);
}

async function callFetch(fetch: FetchLike, request: RequestRecord): Promise<Response> {
  const { method, headers, body, signal } = request;
  try {
    const init: RequestInit = { method, headers: { ...headers }, redirect: 'manual' };
    if (body !== undefined) init.body = body;
    if (signal !== undefined) init.signal = signal;
    return await fetch(request.url, init);
  } catch (error) {
    throw new ConnectionError(
      `${operationOf(request)}: no answer came from ${new URL(request.url).origin}.`,
      {
        outcome: outcomeOfConnection(error),
        idempotencyKey: idempotencyKeyOf(request),
        cause: safeCause(error, request),
      },
    );
  }
}
