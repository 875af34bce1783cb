import { ConnectionError } from '../errors/connection-error.js';
import { type Cancellation, type PlainSignal, takesPlainSignal } from '../request/cancellation.js';
import type { FetchLike } from '../request/fetch-like.js';
import { idempotencyKeyOf, type ReceivedResponse, type RequestRecord } from '../request/pipeline.js';
import { readResponse } from '../response/read-response.js';
import { safeCause } from '../response/safe-cause.js';
import { outcomeOfConnection } from './connection-outcome.js';

/** Sends a request once and gives its response. */
export type Transport = (request: RequestRecord, cancellation: Cancellation) => Promise<ReceivedResponse>;

/** What the transport needs. */
export interface TransportOptions {
  readonly fetch: FetchLike;
  /** Largest body that is read, in bytes after decompression. */
  readonly maxResponseBytes: number;
}

/** The innermost step: calls `fetch` once, without following redirects, and reads the whole response. */
export function transport({ fetch, maxResponseBytes }: TransportOptions): Transport {
  const initOf = takesPlainSignal in fetch ? plainInit : lazyInit;
  return async (request, cancellation) => {
    let response: Response;
    try {
      const init = initOf(request, cancellation);
      if (request.body !== undefined) init.body = request.body;
      response = await fetch(request.url, init);
    } catch (error) {
      throw connectionError(request, error);
    }
    return await readResponse(request, response, maxResponseBytes, cancellation);
  };
}

function plainInit(request: RequestRecord, cancellation: Cancellation): RequestInit {
  const signal = cancellation as PlainSignal as AbortSignal;
  return { method: request.method, headers: headersOf(request), redirect: 'manual', signal };
}

/** The signal is made when `fetch` asks for it. */
function lazyInit(request: RequestRecord, cancellation: Cancellation): RequestInit {
  return {
    method: request.method,
    headers: headersOf(request),
    redirect: 'manual',
    get signal() {
      return cancellation.signal;
    },
  };
}

/** The token stands first: after `...` it would cost ten times as much. */
function headersOf({ headers, token }: RequestRecord): Record<string, string> {
  return token === undefined ? { ...headers } : { authorization: `Bearer ${token}`, ...headers };
}

function connectionError(request: RequestRecord, error: unknown): ConnectionError {
  const { origin } = new URL(request.url);
  return new ConnectionError(`${request.operation}: no response from ${origin}.`, {
    outcome: outcomeOfConnection(error),
    idempotencyKey: idempotencyKeyOf(request),
    cause: safeCause(error, request),
  });
}
