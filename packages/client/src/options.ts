/** The part of the WHATWG `fetch` this SDK calls: always with an absolute URL and plain options. */
export type FetchLike = (url: string, init: FetchInit) => Promise<FetchedResponse>;

/** What the client passes to `fetch`; any `fetch` takes it. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body?: string;
  redirect: 'manual';
  signal: AbortSignal | null;
  /** Set where the runtime knows it, so that no framework keeps a response or a token. */
  cache?: 'no-store';
}

/** What the client needs of a response: its body is read from a web stream, else with `arrayBuffer()` or `text()`. */
export interface FetchedResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body?: unknown;
  arrayBuffer?(): Promise<ArrayBuffer>;
  text?(): Promise<string>;
}

/** Headers a caller may set; `null` removes a default. */
export type HeaderOptions = Readonly<Record<string, string | null | undefined>>;

/** Which OMS the client talks to. */
export type Environment = 'sandbox' | 'production';

/** Options of `new OmsClient()`. */
export interface ClientOptions {
  /**
   * API key, `sk_sdbx_…` or `sk_live_…`.
   * @default the environment variable `OMS_API_KEY`
   */
  readonly apiKey?: string | undefined;
  /**
   * The secret that belongs to `apiKey`.
   * @default the environment variable `OMS_API_SECRET`
   */
  readonly apiSecret?: string | undefined;
  /**
   * Supplies the bearer token instead of exchanging `apiKey` and `apiSecret`; called before every attempt.
   * @default the token exchange
   */
  readonly token?: (() => Promise<string>) | undefined;
  /**
   * Shares one token between several processes; read before each exchange.
   * @default none: each client has its own token
   */
  readonly tokenStore?: TokenStore | undefined;
  /**
   * Keeps the runtime at work on a token that is exchanged, renewed behind a response or written to the store: in a
   * Worker, `(work) => ctx.waitUntil(work)`.
   * @default none: what is not finished when its request is over may be lost, and is done again
   */
  readonly waitUntil?: WaitUntil | undefined;
  /**
   * Which OMS to talk to. A key of the other environment is refused.
   * @default the environment of the key's prefix; with `token`, `sandbox`
   */
  readonly environment?: Environment | undefined;
  /**
   * Base URL including the version, such as that of a mock server. `https:` only, except on loopback and with `allowHttp`.
   * @default the environment variable `OMS_BASE_URL`, else the base URL of `environment`
   */
  readonly baseUrl?: string | undefined;
  /**
   * Allows `http:` for a base URL such as `http://oms-mock:4010/v0.9`, with a sandbox key or `environment: 'sandbox'` only.
   * @default false
   */
  readonly allowHttp?: boolean | undefined;
  /**
   * Limit for one attempt, including its body, in milliseconds.
   * @default 30000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Limit for a whole call, with all its attempts and the waits between them, in milliseconds.
   * @default 90000
   */
  readonly deadlineMs?: number | undefined;
  /**
   * How often a failed attempt is retried, 0 to 100: after connection errors, timeouts, truncated responses and the
   * statuses 408, 429, 500, 502, 503 and 504; a `PATCH` only if it certainly was not carried out.
   * @default 2
   */
  readonly maxRetries?: number | undefined;
  /**
   * Largest response body, in bytes after decompression.
   * @default 10000000
   */
  readonly maxResponseBytes?: number | undefined;
  /**
   * Headers for every request.
   * @default none
   */
  readonly headers?: HeaderOptions | undefined;
  /**
   * Functions that run around each attempt, inside the retries; the first one is the outermost.
   * @default none
   */
  readonly middleware?: readonly Middleware[] | undefined;
  /**
   * Receives an entry for every request: operation, attempt, status, duration and request id, but nothing that was in it.
   * @default `console` when the environment variable `OMS_LOG` is `debug` or `warn`, else none
   */
  readonly logger?: Logger | undefined;
  /**
   * Receives each difference between a response and the spec, the first hundred of a response, and each announced
   * deprecation, without any value. An error in it does not affect the call.
   * @default none
   */
  readonly onContractDrift?: ((drift: ContractDrift) => void) | undefined;
  /**
   * Sends the requests: `nodeFetch`, a `fetch` that uses a proxy, or that of an in-process mock server.
   * @default the runtime's own `fetch`
   */
  readonly fetch?: FetchLike | undefined;
  /**
   * Allows a secret in a browser, where every visitor can read it. For tests only.
   * @default false
   */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
}

/** Options of a single call. */
export interface RequestOptions {
  /** Ends the call at once when aborted; the call rejects with the signal's own reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Longest wait for one attempt and its whole body, in milliseconds.
   * @default the client's `timeoutMs`
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Limit for the whole call, in milliseconds.
   * @default the client's `deadlineMs`
   */
  readonly deadlineMs?: number | undefined;
  /**
   * How often a failed attempt is retried, 0 to 100.
   * @default the client's `maxRetries`
   */
  readonly maxRetries?: number | undefined;
  /**
   * Keeps the runtime at work on a token that this call exchanges or renews; see the option of the client.
   * @default the client's `waitUntil`
   */
  readonly waitUntil?: WaitUntil | undefined;
  /** Headers for this call, added to the client's. `null` removes one, `undefined` leaves it unchanged. */
  readonly headers?: HeaderOptions | undefined;
  /**
   * Key under which the API remembers a write: 1 to 255 visible ASCII characters. Pass one of your own to make the write
   * safe to retry after a crash.
   * @default a new random key for each POST
   */
  readonly idempotencyKey?: string | undefined;
  /**
   * Functions that run around each attempt of this call, inside the client's own.
   * @default none
   */
  readonly middleware?: readonly Middleware[] | undefined;
}

/** Keeps the runtime at work until a promise is settled. The promise never rejects. */
export type WaitUntil = (work: Promise<unknown>) => void;

/** What `withOptions` of a client can change. */
export type OverridableOptions = Pick<
  ClientOptions,
  'timeoutMs' | 'deadlineMs' | 'maxRetries' | 'headers' | 'middleware' | 'waitUntil'
>;

/** Options of waiting for something to happen at OMS. */
export interface WaitOptions {
  /**
   * Longest wait, in milliseconds, which no request overruns. Failures that may pass do not end it before.
   * @default 300000
   */
  readonly timeoutMs?: number | undefined;
  /** Ends the wait at once when aborted; it rejects with the signal's own reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Parameters and body of a call that is not typed by the spec. */
export interface UntypedInit {
  readonly params?: { readonly path?: object; readonly query?: object } | undefined;
  readonly body?: unknown;
}

/** Receives what the client logs: never a body, a header, a filled path or a query. `console` is one. */
export interface Logger {
  debug(message: string, fields: LogFields): void;
  warn(message: string, fields: LogFields): void;
}

/** What is logged about one request. */
export interface LogFields {
  /** HTTP method and path template, such as `GET /customers/{customerId}`. */
  readonly operation: string;
  /** 1 for the first attempt of a call. */
  readonly attempt: number;
  readonly durationMs: number;
  readonly status?: number;
  /** Name of the error, when there was no response. */
  readonly error?: string;
  /** Names of the parts of the request that the API refused, with their codes, such as `body.phone (pattern)`. */
  readonly fieldErrors?: readonly string[];
  readonly requestId?: string;
}

/** A request as a middleware sees it: everything but the token, which is added later. It may contain personal data. */
export interface MiddlewareRequest {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** What a middleware may log or trace. */
export interface MiddlewareContext {
  /** HTTP method and path template, such as `GET /customers/{customerId}`. */
  readonly operation: string;
  /** 1 for the first attempt of a call. */
  readonly attempt: number;
  readonly idempotencyKey: string | undefined;
}

/**
 * Your code around each attempt of a call, inside the retries. It may change the headers and the body, call `next` more
 * than once or not at all, and return a response of its own. It does not see the token exchange.
 */
export type Middleware = (
  request: MiddlewareRequest,
  next: (request: MiddlewareRequest) => Promise<Response>,
  context: MiddlewareContext,
) => Promise<Response>;

/** A bearer token as it is stored outside the process. It is a secret: encrypt it where others can read. */
export interface StoredToken {
  readonly accessToken: string;
  /** When it expires, in milliseconds since 1970 on the wall clock, which processes can compare. */
  readonly expiresAt: number;
  /**
   * Whose token it is: the first 32 hexadecimal digits of the SHA-256 of base URL, line feed and API key. A client uses no
   * token of another key or host.
   */
  readonly audience: string;
}

/**
 * Keeps one token for several processes that use the same API key. If a store fails or takes longer than 5 seconds, or
 * the runtime has no WebCrypto, the call does not fail: the token is exchanged.
 */
export interface TokenStore {
  /** The token that was set last, if any. */
  get(): Promise<StoredToken | null | undefined>;
  /** Called with each new token. */
  set(token: StoredToken): Promise<unknown>;
}

/**
 * How a response differs from the spec.
 *
 * `write-only-field`: identity data or a secret came back; it was removed. `unknown-field`, `unknown-enum-value`: the API
 * has something new. `unknown-status`: a response the operation does not declare. `deprecation`, `sunset`: the API announces
 * with a header of that name that the operation should not be used any more, or will stop working.
 */
export type ContractDriftKind =
  | 'write-only-field'
  | 'unknown-field'
  | 'unknown-enum-value'
  | 'unknown-status'
  | 'deprecation'
  | 'sunset';

/** One difference between a response and the spec, or an announcement, without any value of the body. */
export interface ContractDrift {
  readonly kind: ContractDriftKind;
  /** HTTP method and path template, such as `GET /customers/{customerId}`. */
  readonly operation: string;
  readonly status: number;
  /** JSON pointer to the place in the body, `''` for the whole response; indexes of lists are written `*`. */
  readonly pointer: string;
  /** When an announced deprecation or sunset takes effect, such as `2027-03-01T00:00:00.000Z`, if the header contains it. */
  readonly at?: string;
  /** The version of the spec this client was built from. */
  readonly specVersion: string;
}
