import type { ApiResponse } from '../../http/api-response.js';
import { headerPairs, joinedHeaders } from '../../http/header-lines.js';
import type { RawRequest } from '../../http/raw-request.js';
import { refuse } from '../../http/refusal.js';
import type { Mode } from '../mode.js';
import { askUpstream } from './ask-upstream.js';
import { decodeBody } from './decode-body.js';
import { failureResponse } from './failure-response.js';
import { endToEnd, forwardedHeaders } from './forwarded-headers.js';
import { readBeginning } from './read-beginning.js';
import { targetAt, type Upstream } from './upstream.js';
import { UpstreamError } from './upstream-error.js';

/** Settings of a proxy. */
export interface ProxyOptions {
  readonly upstream: Upstream;
  /** The base path of the spec. */
  readonly basePath: string;
  /** How long the upstream may be silent, in milliseconds. */
  readonly timeoutMs: number;
  /** Whether a request that breaks the contract is kept from the upstream. */
  readonly isStrict: boolean;
}

/** A larger body of a request is refused: it is held in memory while it is judged. */
const maxRequestBytes = 16 * 1_048_576;

/** What is larger, compressed or not, is passed on without being judged. */
const maxJudgedBytes = 4 * 1_048_576;

/** Passes requests on to an implementation and its responses back, as they are. */
export function proxyMode(options: ProxyOptions): Mode {
  return {
    responseBlame: 'server',
    isTransparent: !options.isStrict,
    maxBodyBytes: maxRequestBytes,
    async forward(_, raw) {
      if (raw.body.byteLength > maxRequestBytes)
        return refuse(raw.id, { status: 413, message: 'The proxy takes bodies of up to 16 MB.' });
      try {
        return await relay(options, raw);
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        return failureResponse(raw, error);
      }
    },
  };
}

async function relay({ upstream, basePath, timeoutMs }: ProxyOptions, raw: RawRequest): Promise<ApiResponse> {
  const { head, chunks } = await askUpstream({
    origin: upstream.origin,
    method: raw.method,
    target: targetAt(upstream, basePath, raw.target),
    headerLines: forwardedHeaders(raw, upstream.origin.host),
    body: raw.body,
    timeoutMs,
    signal: raw.signal,
  });
  const headerLines = endToEnd(headerPairs(head.rawHeaders));
  const headers = joinedHeaders(headerLines);
  const { body, rest } = await readBeginning(chunks, maxJudgedBytes);
  const plainBody = await decodeBody(body, headers['content-encoding'], maxJudgedBytes);
  const relayed = { reason: head.statusMessage ?? '', headerLines, plainBody, ...(rest && { rest }) };
  return { status: head.statusCode ?? 0, headers, body, relayed };
}
