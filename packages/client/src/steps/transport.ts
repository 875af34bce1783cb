import { ConnectionError } from '../errors/call-error.js';
import { ConfigurationError } from '../errors/oms-error.js';
import type { FetchedResponse, FetchInit, FetchLike } from '../options.js';
import { idempotencyKeyOf, passesThrough, type RequestRecord, type Send } from '../request/pipeline.js';
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
  let cache: Pick<FetchInit, 'cache'> | undefined;
  return async (request) => {
    cache ??= cacheOption();
    let response: FetchedResponse;
    try {
      response = await fetch(request.url, initOf(request, cache));
    } catch (error) {
      if (error instanceof ConfigurationError || passesThrough(error, request)) throw error;
      throw connectionError(request, error);
    }
    return await readResponse(request, response, maxResponseBytes);
  };
}

/** Some runtimes, such as workerd before 2024-11, refuse a request with the option; those do not list it. */
function cacheOption(): Pick<FetchInit, 'cache'> {
  return typeof Request === 'function' && 'cache' in Request.prototype ? { cache: 'no-store' } : {};
}

function initOf(request: RequestRecord, cache: Pick<FetchInit, 'cache'>): FetchInit {
  const { method, body, inFlight } = request;
  const init: FetchInit = {
    method,
    headers: headersOf(request),
    redirect: 'manual',
    signal: inFlight?.signal ?? null,
    ...cache,
  };
  if (body !== undefined) init.body = body;
  return init;
}

/** The token stands first, as in `RequestRecord`. */
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

/** Codes of failures before there was a connection: the address, the connect, the certificate, or the tunnel of a proxy. */
const beforeConnection =
  /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|EMFILE|ERR_INVALID_URL|ERR_INVALID_PROTOCOL|ERR_PROXY_TUNNEL|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket|CERT_\w+|ERR_TLS_CERT_\w+|HOSTNAME_MISMATCH|UNABLE_TO_\w+|SELF_SIGNED_\w+|DEPTH_ZERO_\w+|ERR_SSL_(WRONG_VERSION_NUMBER|\w*(UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|HANDSHAKE_FAILURE|UNKNOWN_CA|UNRECOGNIZED_NAME)))$/;

/** System calls that come before the first byte. */
const callsBeforeConnection: readonly unknown[] = ['connect', 'getaddrinfo', 'socket', 'bind'];

/** Failures before there was a connection whose code says less. */
const messagesBeforeConnection =
  /^Proxy response \(\d+\) !== 200|before secure TLS connection was established/;

/** `not_sent` when the cause proves that there was no connection; one that broke leaves the outcome `unknown`. */
function outcomeOfConnection(cause: unknown): 'not_sent' | 'unknown' {
  try {
    return isBeforeConnection(cause, 0) ? 'not_sent' : 'unknown';
  } catch {
    // An object that throws when it is read proves nothing.
    return 'unknown';
  }
}

/**
 * `fetch` keeps the code some causes down, and a list of errors where it tried several addresses. A route that is lost
 * while reading or writing has the same code as one that never existed.
 */
function isBeforeConnection(error: unknown, depth: number): boolean {
  const { code, syscall, message, errors, cause } = Object(error) as Record<string, unknown>;
  if (depth > 3 || syscall === 'read' || syscall === 'write') return false;
  if (Array.isArray(errors) && errors.length > 0) {
    return errors.every((inner) => isBeforeConnection(inner, depth + 1));
  }
  if (callsBeforeConnection.includes(syscall)) return true;
  if (typeof code !== 'string') return cause !== undefined && isBeforeConnection(cause, depth + 1);
  return beforeConnection.test(code) || messagesBeforeConnection.test(String(message));
}
