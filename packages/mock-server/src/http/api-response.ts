import type { Relayed, UpstreamFailure } from './relayed.js';
import type { ResponseCut } from './response-cut.js';

/** A response before it is put on the wire. */
export interface ApiResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes to send, or text to send as UTF-8; empty for no body. */
  readonly body: string | Uint8Array;
  /** Marks the mock server's own word. It does not speak for the API, so the contract does not check it. */
  readonly isUnchecked?: true;
  /** Has the connection fail while the response is sent. */
  readonly cut?: ResponseCut;
  /** Of a response that an upstream gave: what has to reach the client as it is. */
  readonly relayed?: Relayed;
  /** Of a response that stands in for the one an upstream failed to give. */
  readonly upstreamFailure?: UpstreamFailure;
}

/** A response with a JSON body. */
export function jsonResponse(
  status: number,
  value: unknown,
  headers: ApiResponse['headers'] = {},
): ApiResponse {
  return { status, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(value) };
}
