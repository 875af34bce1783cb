/** Header fields in the order and spelling of the wire, each field as often as it is there. */
export type HeaderLines = readonly (readonly [name: string, value: string])[];

/** A request as it arrived: nothing decoded, nothing checked. */
export interface RawRequest {
  /** The request id its response will carry. */
  readonly id: string;
  readonly method: string;
  /** The request target as it was on the wire, in origin form or absolute form. */
  readonly target: string;
  /** Lower-case names; repeated fields joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** The same fields as they were sent, and perhaps some that are not in `headers` any more. */
  readonly headerLines?: HeaderLines;
  /** The body as it was sent. May be cut off one byte above the limit: whoever reads it must look at the length first. */
  readonly bytes: Uint8Array;
  /** Whether a page in a browser sent it through the socket. */
  readonly isFromPage?: boolean;
  /** Aborts when the client does not wait for the response any more. */
  readonly signal?: AbortSignal;
}

/** The same request with what was read in it: which operation it is for, and what it says. */
export interface ApiRequest extends RawRequest {
  readonly operationId: string | undefined;
  /** The path as the spec writes it, such as `/customers/{customerId}`. */
  readonly template: string;
  /** Decoded values by the names in the template. */
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Path and query below the base path, exactly as they were sent. */
  readonly pathAndQuery: string;
  /** The JSON of the body, its text when it is not JSON, undefined when there is none. */
  readonly body: unknown;
}

/** A response on its way to the client. */
export interface ApiResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes to send, or text to send as UTF-8; empty for no body. */
  readonly body: string | Uint8Array;
  /** What is sent bit by bit in place of a body. */
  readonly stream?: ReadableStream<Uint8Array>;
  /** Marks the mock server's own word. It does not speak for the API, so the contract does not check it. */
  readonly isUnchecked?: true;
  /** How the connection fails while the response is sent. */
  readonly cut?: {
    /** `reset`: the connection breaks. `stall`: nothing more comes, and the connection stays open. */
    readonly how: 'reset' | 'stall';
    /** Bytes of the body that are sent before; undefined when not even the status is. */
    readonly afterBytes: number | undefined;
  };
  /** Of a response of an upstream: what has to reach the client as it is. */
  readonly relayed?: {
    /** The text behind the status. */
    readonly reason: string;
    /** Without those that are for a single connection. */
    readonly headerLines: HeaderLines;
    /** The body with its content codings undone, or why it cannot be read. */
    readonly plainBody: Uint8Array | UnreadableBody;
    /** What follows the body of the response, where that is only the beginning. */
    readonly rest?: AsyncIterable<Uint8Array>;
  };
  /** Of a response that stands in for the one an upstream failed to send. */
  readonly upstreamFailure?: UpstreamFailure;
}

/** Why a body is passed on unchecked. */
export type UnreadableBody = 'too-large' | 'undecodable';

/** Why there is no response of an upstream. */
export type UpstreamFailure = 'unreachable' | 'reset' | 'timeout' | 'unreadable';

export type Relayed = NonNullable<ApiResponse['relayed']>;
export type ResponseCut = NonNullable<ApiResponse['cut']>;

/** A response with a JSON body. */
export function jsonResponse(
  status: number,
  value: unknown,
  headers: ApiResponse['headers'] = {},
): ApiResponse {
  return { status, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

/** Whether a response of this status has no body (RFC 9110, section 6.4.1, and what `fetch` makes of 205). */
export function isBodiless(status: number): boolean {
  return [204, 205, 304].includes(status);
}

/** The fields by lower-case name; repeated ones are joined with a comma, cookies with a semicolon. */
export function joinedHeaders(lines: HeaderLines): Record<string, string> {
  const joined = new Map<string, string>();
  for (const [written, value] of lines) {
    const name = written.toLowerCase();
    const before = joined.get(name);
    joined.set(name, before === undefined ? value : `${before}${name === 'cookie' ? '; ' : ', '}${value}`);
  }
  return Object.fromEntries(joined);
}

/** The fields from a list in which names and values take turns. */
export function headerPairs(flat: readonly string[]): HeaderLines {
  const pairs: HeaderLines[number][] = [];
  for (let index = 0; index < flat.length; index += 2) pairs.push([flat[index] ?? '', flat[index + 1] ?? '']);
  return pairs;
}

/** The fields of a relayed response: those of the upstream as they are, save what was put in their place or added since. */
export function relayedHeaderLines(
  headers: Readonly<Record<string, string>>,
  { headerLines }: Relayed,
): HeaderLines {
  const original = joinedHeaders(headerLines);
  const isKept = (name: string) => Object.hasOwn(original, name) && headers[name] === original[name];
  return [
    ...headerLines.filter(([name]) => isKept(name.toLowerCase())),
    ...Object.entries(headers).filter(([name]) => !isKept(name)),
  ];
}
