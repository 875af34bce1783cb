import { ConnectionError } from '../errors/connection-error.js';
import { ResponseError, type ResponseErrorReason } from '../errors/response-error.js';
import { type BodyProblem, readText } from './read-text.js';
import { operationOf, type RequestRecord, type Send } from './send.js';

/** The part of the WHATWG `fetch` this SDK calls: always with an absolute URL and plain options. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;

/** What the transport needs. */
export interface TransportOptions {
  readonly fetch: FetchLike;
  /** Largest body that is read, in bytes after decompression. */
  readonly maxResponseBytes: number;
}

/** The innermost step: calls `fetch` once and reads the whole body. Redirects are refused, never followed. */
export function transport({ fetch, maxResponseBytes }: TransportOptions): Send {
  return async (request) => {
    const response = await callFetch(fetch, request);
    const { status, headers } = response;
    const requestId = headers.get('x-request-id') ?? undefined;
    const refuse = (reason: ResponseErrorReason, what: string, cause?: unknown) =>
      new ResponseError(`${operationOf(request)}: ${what}`, { reason, status, requestId, cause });

    if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
      response.body?.cancel().catch(() => undefined);
      throw refuse('redirect', `the answer was a redirect (status ${status}), which is never followed.`);
    }
    const text = await readText(response, maxResponseBytes).catch((error: unknown) => {
      if (request.signal?.aborted === true) throw request.signal.reason;
      const problem = error as BodyProblem;
      throw refuse(problem.reason, problem.message, problem.cause);
    });
    return { response, text, requestId, request };
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
  } catch (cause) {
    if (signal?.aborted === true) throw signal.reason;
    throw new ConnectionError(`${operationOf(request)}: no answer came from ${new URL(request.url).origin}.`, { cause });
  }
}
