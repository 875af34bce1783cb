import type { ContractDrift } from './contract-drift.js';
import type { FetchLike } from './core/fetch-like.js';
import type { HeaderOptions } from './core/headers.js';
import type { Logger } from './logger.js';
import type { Middleware } from './middleware.js';
import type { TokenStore } from './token-store.js';

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
   * Gives the bearer token in place of the exchange of `apiKey` and `apiSecret`; asked before every attempt.
   * @default the token exchange
   */
  readonly token?: (() => Promise<string>) | undefined;
  /**
   * Keeps the exchanged token for several processes; looked into before each exchange.
   * @default none: each client exchanges for itself
   */
  readonly tokenStore?: TokenStore | undefined;
  /**
   * Which OMS to talk to. A key that belongs to the other one is refused.
   * @default the environment the key's prefix names, `sandbox` when it names none
   */
  readonly environment?: Environment | undefined;
  /**
   * Base URL including the version, such as that of a mock server. `https:` only, except on loopback.
   * @default the environment variable `OMS_BASE_URL`, else the base URL of `environment`
   */
  readonly baseUrl?: string | undefined;
  /**
   * Longest wait for one attempt and its whole body, in milliseconds.
   * @default 30000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Longest wait for a whole call with all its attempts and the waits between them, in milliseconds.
   * @default 90000
   */
  readonly deadlineMs?: number | undefined;
  /**
   * How often a failed attempt is repeated, 0 to 100. Repeated are connection errors, timeouts, cut answers and the
   * statuses 408, 429, 500, 502, 503 and 504; a `PATCH` only when it was not carried out for certain.
   * @default 2
   */
  readonly maxRetries?: number | undefined;
  /**
   * Largest body that is read from an answer, in bytes after decompression.
   * @default 10000000
   */
  readonly maxResponseBytes?: number | undefined;
  /**
   * Headers for every request.
   * @default none
   */
  readonly headers?: HeaderOptions | undefined;
  /**
   * Code of yours around each attempt, inside the retries; the first one is the outermost.
   * @default none
   */
  readonly middleware?: readonly Middleware[] | undefined;
  /**
   * Is told of every request: operation, attempt, status, duration and request id, and nothing that was in it.
   * @default `console` when the environment variable `OMS_LOG` is `debug` or `warn`, else none
   */
  readonly logger?: Logger | undefined;
  /**
   * Is told of each difference between an answer and the spec, without any value. It is called beside the call, so an
   * error in it does no harm.
   * @default none
   */
  readonly onContractDrift?: ((drift: ContractDrift) => void) | undefined;
  /**
   * What sends the requests: a `fetch` of another runtime, of a proxy agent, or of a mock server in process.
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
   * Longest wait for the whole call, in milliseconds.
   * @default the client's `deadlineMs`
   */
  readonly deadlineMs?: number | undefined;
  /**
   * How often a failed attempt is repeated, 0 to 100.
   * @default the client's `maxRetries`
   */
  readonly maxRetries?: number | undefined;
  /** Headers for this call, on top of the client's. `null` takes one away, `undefined` leaves it as it is. */
  readonly headers?: HeaderOptions | undefined;
  /**
   * Key under which the API remembers a write: 1 to 255 visible ASCII characters. Give one of your own to repeat the
   * same write after a crash.
   * @default a new random key for each POST
   */
  readonly idempotencyKey?: string | undefined;
  /**
   * Code of yours around each attempt of this call, inside the client's own.
   * @default none
   */
  readonly middleware?: readonly Middleware[] | undefined;
}

/** What `withOptions` of a client can change. */
export type OverridableOptions = Pick<
  ClientOptions,
  'timeoutMs' | 'deadlineMs' | 'maxRetries' | 'headers' | 'middleware'
>;

/** Options of waiting for something to happen at OMS. */
export interface WaitOptions {
  /**
   * Longest wait, in milliseconds. A request that is under way when it ends is still waited for.
   * @default 300000
   */
  readonly timeoutMs?: number | undefined;
  /** Ends the wait at once when aborted; it rejects with the signal's own reason. */
  readonly signal?: AbortSignal | undefined;
}
