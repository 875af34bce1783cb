import { ConfigurationError } from '../errors/configuration-error.js';
import { ConnectionError } from '../errors/connection-error.js';
import { outcomeOfConnection } from './connection-outcome.js';
import { readData } from './read-data.js';
import { type BodyProblem, readText } from './read-text.js';
import { safeCause } from './safe-cause.js';
import { idempotencyKeyOf, isError, operationOf, type RequestRecord, type Send } from './send.js';
import { unusable } from './unusable.js';

/** The part of the WHATWG `fetch` this SDK calls: always with an absolute URL and plain options. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;

/** What the transport needs. */
export interface TransportOptions {
  readonly fetch: FetchLike;
  /** Largest body that is read, in bytes after decompression. */
  readonly maxResponseBytes: number;
}

/**
 * The innermost step: calls `fetch` once and reads the whole body. Redirects are refused, never followed. The body of
 * an error status that cannot be read counts as empty: the status says what matters.
 */
export function transport({ fetch, maxResponseBytes }: TransportOptions): Send {
  return async (request) => {
    const response = checkResponse(await callFetch(fetch, request));
    const head = { request, response, requestId: requestIdOf(response) };
    if (isRedirect(response)) {
      response.body?.cancel().catch(() => undefined);
      throw unusable(head, 'redirect', 'is a redirect, which is never followed');
    }
    const text = await readText(response, maxResponseBytes).catch(({ reason, what, cause }: BodyProblem) => {
      if (isError(head)) return '';
      throw unusable(head, reason, what, cause);
    });
    return { ...head, text, data: readData(head, text), attempts: [] };
  };
}

async function callFetch(fetch: FetchLike, request: RequestRecord): Promise<Response> {
  const { method, headers, body, signal } = request;
  try {
    return await fetch(request.url, {
      method,
      headers: { ...headers },
      redirect: 'manual',
      ...(body !== undefined && { body }),
      ...(signal !== undefined && { signal }),
    });
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

function checkResponse(response: Response): Response {
  if (typeof response?.headers?.get === 'function') return response;
  throw new ConfigurationError('fetch', 'fetch must give a promise of a Response.');
}

function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}

/** The id as errors quote it; anything that is not a plain word is left out, for it comes from the network. */
function requestIdOf({ headers }: Response): string | undefined {
  return /^[\w.:-]{1,128}$/.exec(headers.get('x-request-id') ?? '')?.[0];
}
