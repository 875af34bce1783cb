import { type IncomingMessage, request as requestHttp } from 'node:http';
import https from 'node:https';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import type { HeaderLines, UnreadableBody, UpstreamFailure } from '../../http/message.js';

/** A request to an upstream. */
interface UpstreamRequest {
  readonly origin: URL;
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headerLines: HeaderLines;
  readonly body: Uint8Array;
  /** The longest silence, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** The head of a response, and its body as it comes. Reading on rejects with UpstreamError. */
interface UpstreamResponse {
  readonly head: IncomingMessage;
  readonly chunks: AsyncGenerator<Uint8Array>;
}

/** Sends a request over a connection of its own and follows no redirect. Rejects with UpstreamError. */
export function askUpstream(request: UpstreamRequest): Promise<UpstreamResponse> {
  const { origin, method, target, headerLines, body, timeoutMs, signal } = request;
  return new Promise((resolve, reject) => {
    const isSecure = origin.protocol === 'https:';
    const send = isSecure ? https.request : requestHttp;
    const sent = send(origin, {
      method,
      path: target,
      headers: headerLines.flat() as unknown as Record<string, string>,
      agent: isSecure && newAgent(),
      timeout: timeoutMs,
      ...(signal && { signal }),
    });
    let isSilent = false;
    const errorOf = (error: unknown) =>
      isSilent ? new UpstreamError('timeout', 'no byte in time') : upstreamErrorOf(error);
    sent.on('timeout', () => {
      isSilent = true;
      sent.destroy();
    });
    sent.on('error', (error) => reject(errorOf(error)));
    sent.on('upgrade', (_, socket) => {
      socket.destroy();
      reject(new UpstreamError('unreadable', '101 without an Upgrade'));
    });
    sent.on('response', (head) => {
      const problem = headProblem(head);
      if (problem === undefined) return resolve({ head, chunks: chunksOf(head, errorOf) });
      sent.destroy();
      reject(new UpstreamError('unreadable', problem));
    });
    sent.end(body);
  });
}

/**
 * For one connection, through the proxy of the environment if Node was told to use that. Plain HTTP goes there without its
 * host in Node 22, so it goes directly.
 */
function newAgent(): https.Agent {
  const { proxyEnv } = https.globalAgent.options as { readonly proxyEnv?: object };
  return new https.Agent({ proxyEnv } as https.AgentOptions);
}

/** What no response of HTTP has (RFC 9110, section 15) and could not be passed on, although the parser takes it. */
function headProblem({ statusCode = 0, statusMessage = '' }: IncomingMessage): string | undefined {
  if (statusCode < 200 || statusCode > 599) return `status ${statusCode}`;
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(statusMessage) ? undefined : 'control characters behind the status';
}

async function* chunksOf(
  head: IncomingMessage,
  errorOf: (error: unknown) => UpstreamError,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of head) yield chunk as Uint8Array;
  } catch (error) {
    throw errorOf(error);
  }
}

/** An upstream gave no response. The message holds nothing but a code of Node or a text of this package. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  readonly failure: UpstreamFailure;

  constructor(failure: UpstreamFailure, code: string) {
    super(code);
    this.failure = failure;
  }
}

/** What an error of node:http or node:tls says of the upstream. */
function upstreamErrorOf(error: unknown): UpstreamError {
  const { code } = error as NodeJS.ErrnoException;
  const shown = typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? code : 'no code';
  return new UpstreamError(failureOf(shown), shown);
}

function failureOf(code: string): UpstreamFailure {
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'reset';
  if (code === 'ETIMEDOUT') return 'timeout';
  return code.startsWith('HPE_') ? 'unreadable' : 'unreachable';
}

type Decode = (body: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const gunzip: Decode = promisify(zlib.gunzip);
const inflate: Decode = promisify(zlib.inflate);
const inflateRaw: Decode = promisify(zlib.inflateRaw);

/** RFC 9110, section 8.4.1. Some servers send `deflate` without the zlib frame around it. */
const decoders = new Map<string, Decode>([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['br', promisify(zlib.brotliDecompress)],
  ['deflate', (body, options) => (((body[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw)(body, options)],
]);

const mostCodings = 3;

/** Undoes the content codings of a body of at most `limit` bytes, as long as what comes out is no larger either. */
export async function decodeBody(
  body: Uint8Array,
  contentEncoding: string | undefined,
  limit: number,
): Promise<Uint8Array | UnreadableBody> {
  const codings = codingsIn(contentEncoding);
  if (body.byteLength > limit) return 'too-large';
  if (codings.length > mostCodings) return 'undecodable';
  if (body.byteLength === 0) return body;
  let plain = body;
  try {
    for (const coding of codings.reverse()) {
      const decode = decoders.get(coding);
      if (decode === undefined) return 'undecodable';
      plain = await decode(plain, { maxOutputLength: limit });
    }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'undecodable';
  }
  return plain;
}

function codingsIn(contentEncoding = ''): string[] {
  const codings = contentEncoding.split(',').map((coding) => coding.trim().toLowerCase());
  return codings.filter((coding) => coding !== '' && coding !== 'identity');
}
