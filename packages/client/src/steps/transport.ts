import { ConnectionError } from '../errors/call-error.js';
import type { FetchLike } from '../options.js';
import { idempotencyKeyOf, type RequestRecord, type Send } from '../request/pipeline.js';
import { readResponse } from '../response/read-response.js';
import { redactCause } from '../response/redact.js';

/** What the transport needs. */
export interface TransportOptions {
  readonly fetch: FetchLike;
  /** Largest body that is read, in bytes after decompression. */
  readonly maxResponseBytes: number;
}

/** The end of the pipeline: calls `fetch` once, without following redirects, and reads the whole response. */
export function transport({ fetch, maxResponseBytes }: TransportOptions): Send {
  return async (request) => {
    let response: Response;
    try {
      response = await fetch(request.url, initOf(request));
    } catch (error) {
      throw connectionError(request, error);
    }
    return await readResponse(request, response, maxResponseBytes);
  };
}

function initOf(request: RequestRecord): RequestInit {
  const { method, body, inFlight } = request;
  const init: RequestInit = {
    method,
    headers: headersOf(request),
    redirect: 'manual',
    signal: inFlight?.signal ?? null,
  };
  if (body !== undefined) init.body = body;
  return init;
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
    cause: redactCause(error, request),
  });
}

/** Codes of failures before there was a connection: the name, the connect, or the certificate. */
const beforeConnection =
  /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|CERT_\w+|ERR_TLS_CERT_\w+|UNABLE_TO_\w+|SELF_SIGNED_\w+|DEPTH_ZERO_\w+)$/;

/** `not_sent` when the cause proves that there was no connection; one that broke leaves the outcome `unknown`. */
function outcomeOfConnection(cause: unknown): 'not_sent' | 'unknown' {
  return beforeConnection.test(codeOf(cause)) ? 'not_sent' : 'unknown';
}

/**
 * `fetch` keeps the code some causes down; an object that throws when it is read has none. A route that is lost while
 * reading or writing has the same code as one that never existed.
 */
function codeOf(cause: unknown): string {
  try {
    for (let error = cause, depth = 0; depth < 4; depth += 1) {
      const { code, syscall, cause: inner } = Object(error) as Record<string, unknown>;
      if (typeof code === 'string') return syscall === 'read' || syscall === 'write' ? '' : code;
      error = inner;
    }
  } catch {}
  return '';
}
