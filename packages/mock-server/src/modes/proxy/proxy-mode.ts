import { randomBytes } from 'node:crypto';
import {
  type ApiResponse,
  type HeaderLines,
  headerPairs,
  joinedHeaders,
  type RawRequest,
  type UpstreamFailure,
} from '../../http/message.js';
import { refuse } from '../../http/refusal.js';
import type { Mode } from '../mode.js';
import { askUpstream, decodeBody, UpstreamError } from './ask-upstream.js';
import { isInClear, targetAt, type Upstream } from './upstream.js';

/** Settings of a proxy. */
interface ProxyOptions {
  readonly upstream: Upstream;
  /** The base path of the spec. */
  readonly basePath: string;
  /** How long the upstream may be silent, in milliseconds. */
  readonly timeoutMs: number;
  /** Whether a request that breaks the contract is kept from the upstream. */
  readonly isStrict: boolean;
}

/** Names the proxies that a request came through. */
const passedHeader = 'x-oms-proxy';

/** A larger body of a request is refused: it is held in memory while it is checked. */
const maxRequestBytes = 16 * 1_048_576;

/** What is larger, compressed or not, is passed on unchecked. */
const maxCheckedBytes = 4 * 1_048_576;

/** Passes requests on to an implementation and its responses back, as they are. */
export function proxyMode(options: ProxyOptions): Mode {
  const own = randomBytes(8).toString('hex');
  return {
    responseBlame: 'server',
    isTransparent: !options.isStrict,
    maxBodyBytes: maxRequestBytes,
    async forward(request) {
      if (request.bytes.byteLength > maxRequestBytes)
        return refuse(request.id, { status: 413, message: 'The proxy takes bodies of up to 16 MB.' });
      const passed = request.headers[passedHeader];
      if (passed?.includes(own)) return refuse(request.id, ring);
      if (isInClear(options.upstream.origin) && hasLiveKey(request.body))
        return refuse(request.id, { status: 403, message: 'A live key is not forwarded over http:.' });
      try {
        return await relay(options, request, passed === undefined ? own : `${passed}, ${own}`);
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        return failureResponse(request, error);
      }
    },
  };
}

const ring = {
  status: 508,
  message: 'The upstream of this proxy leads back to it; give it the URL of the API.',
};

async function relay(
  { upstream, basePath, timeoutMs }: ProxyOptions,
  raw: RawRequest,
  passed: string,
): Promise<ApiResponse> {
  const { head, chunks } = await askUpstream({
    origin: upstream.origin,
    method: raw.method,
    target: targetAt(upstream, basePath, raw.target),
    headerLines: [
      ...forwardedHeaders(raw, upstream.origin.host).filter(([name]) => name.toLowerCase() !== passedHeader),
      [passedHeader, passed],
    ],
    body: raw.bytes,
    timeoutMs,
    signal: raw.signal,
  });
  const headerLines = endToEnd(headerPairs(head.rawHeaders));
  const headers = joinedHeaders(headerLines);
  const { body, rest } = await readBeginning(chunks, maxCheckedBytes);
  const plainBody = await decodeBody(body, headers['content-encoding'], maxCheckedBytes);
  const relayed = { reason: head.statusMessage ?? '', headerLines, plainBody, ...(rest && { rest }) };
  return { status: head.statusCode ?? 0, headers, body, relayed };
}

function hasLiveKey(body: unknown): boolean {
  const { apiKey } = Object(body) as { readonly apiKey?: unknown };
  return typeof apiKey === 'string' && /^sk_(?:[a-z]+_)?live_/.test(apiKey);
}

/** A body, or its beginning and what follows. */
interface Beginning {
  readonly body: Uint8Array;
  readonly rest?: AsyncIterable<Uint8Array>;
}

/** Reads a body until it is over or longer than `limit` bytes. */
async function readBeginning(chunks: AsyncGenerator<Uint8Array>, limit: number): Promise<Beginning> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
    parts.push(next.value);
    length += next.value.byteLength;
    if (length > limit) return { body: Buffer.concat(parts), rest: chunks };
  }
  return { body: Buffer.concat(parts) };
}

const messages: Readonly<Record<UpstreamFailure, string>> = {
  unreachable: 'The upstream cannot be reached',
  reset: 'The upstream broke the connection',
  timeout: 'The upstream did not respond in time',
  unreadable: 'The upstream does not speak HTTP',
};

/** The response in place of one that did not come. It says by a header that it is not of the upstream. */
function failureResponse({ id, signal }: RawRequest, { failure, message: code }: UpstreamError): ApiResponse {
  if (signal?.aborted === true) return unsent;
  const response = refuse(id, {
    status: failure === 'timeout' ? 504 : 502,
    message: `${messages[failure]} (${code}).`,
    headers: { 'x-oms-upstream-failure': failure },
  });
  return { ...response, upstreamFailure: failure };
}

/** For a client that is gone. */
const unsent: ApiResponse = {
  status: 499,
  headers: {},
  body: '',
  isUnchecked: true,
  cut: { how: 'reset', afterBytes: undefined },
};

/** Fields about one connection (RFC 9110, section 7.6.1), and the framing of a body that was read in full. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** The fields that are not for a single connection. */
function endToEnd(lines: HeaderLines): HeaderLines {
  const named = lines
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) => value.split(',').map((name) => name.trim().toLowerCase()));
  return lines.filter(([name]) => !hopByHop.has(name.toLowerCase()) && !named.includes(name.toLowerCase()));
}

/** The fields of a request as the upstream gets them: for its host, and with the length that is sent. */
function forwardedHeaders(
  { method, headers, headerLines = Object.entries(headers), bytes }: RawRequest,
  host: string,
): HeaderLines {
  const isSettled = (name: string, value: string) =>
    ['host', 'content-length'].includes(name) || (name === 'expect' && /^100-continue$/i.test(value));
  const kept = endToEnd(headerLines).filter(([written, value]) => {
    const name = written.toLowerCase();
    return Object.hasOwn(headers, name) && !isSettled(name, value);
  });
  const isFramed = bytes.byteLength > 0 || ['POST', 'PUT', 'PATCH'].includes(method);
  return [
    ['host', host],
    ...kept,
    ...(isFramed ? [['content-length', String(bytes.byteLength)] as const] : []),
  ];
}
