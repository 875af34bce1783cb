import { CallError, ResponseError } from '../errors/call-error.js';
import { ConfigurationError } from '../errors/oms-error.js';
import type { WaitUntil } from '../options.js';
import { isVisibleAscii } from '../request/check-value.js';
import type { ReceivedResponse, RequestRecord } from '../request/pipeline.js';
import { withinTime } from '../request/within-time.js';
import { type IssuedToken, isUsableToken, type StoredTokens } from './stored-token.js';

/** The request that needs a token. */
type Waiting = Pick<RequestRecord, 'limits' | 'waitUntil'>;

/** Where the bearer token of a request comes from. */
export interface TokenSource {
  /** A token that can be used now; without waiting, if there is one. */
  get(request: Waiting): string | Promise<string>;
  /** Reports that `token` was refused, so that the next `get` returns another one, if possible. */
  discard(token: string): void;
}

/** With more than this left, a token is simply used. */
const refreshAheadMs = 120_000;
/** With less than this left, callers wait for a new token. */
const refreshNowMs = 30_000;
/** Renewals in the background start at least this far apart: one may fail, or return a token that lives no longer. */
const pauseMs = 10_000;

/**
 * The longest time for which the exchange of one request is waited for by others. A runtime may have dropped it with its
 * request, and then it never settles.
 */
const longestShareMs = 5_000;

interface Exchange {
  readonly token: Promise<string>;
  readonly startedAt: number;
}

interface CachedToken {
  readonly value: string;
  readonly expiresAt: number;
}

/**
 * Exchanges the API key for a token when the first request needs it, caches it, and renews it before it expires:
 * in the background while 30 to 120 seconds are left, and waiting for it after that. However many callers ask, they
 * share one exchange; if it takes long, one of them begins another.
 */
export class ExchangedToken implements TokenSource {
  readonly #exchange: () => Promise<ReceivedResponse>;
  readonly #store: StoredTokens | undefined;
  #cached: CachedToken | undefined;
  #pending: Exchange | undefined;
  #noRenewalBefore = 0;
  #refused: string | undefined;

  /** `exchange` sends `POST /auth/token`. */
  constructor(exchange: () => Promise<ReceivedResponse>, store: StoredTokens | undefined) {
    this.#exchange = exchange;
    this.#store = store;
  }

  get(request: Waiting): string | Promise<string> {
    const cached = this.#cached;
    const now = performance.now();
    const leftMs = cached === undefined ? 0 : cached.expiresAt - now;
    if (cached === undefined || leftMs < refreshNowMs) return this.#renew(request);
    if (leftMs < refreshAheadMs && now >= this.#noRenewalBefore) this.#renewInBackground(request, now);
    return cached.value;
  }

  /** A late 401 to an earlier token means nothing for the one in use. */
  discard(token: string): void {
    if (this.#cached?.value !== token) return;
    this.#refused = token;
    this.#cached = undefined;
  }

  #renewInBackground(request: Waiting, now: number): void {
    this.#noRenewalBefore = now + pauseMs;
    this.#begin(request, this.#pending).catch(() => undefined);
  }

  #renew(request: Waiting): Promise<string> {
    const pending = this.#pending;
    return pending === undefined ? this.#begin(request) : this.#share(pending, request);
  }

  /** Waits for the exchange of another request, but leaves time for one of its own. */
  #share(pending: Exchange, request: Waiting): Promise<string> {
    const { signal, deadlineAt } = request.limits;
    const now = performance.now();
    const ms = Math.min(pending.startedAt + longestShareMs - now, (deadlineAt - now) / 2);
    const onTimeUp = async () =>
      this.#pending === pending ? this.#begin(request, pending) : this.get(request);
    return withinTime({ ms, signal, onTimeUp }, () => pending.token);
  }

  /** Begins an exchange that others can share. One from before may still come first. */
  #begin({ waitUntil }: Waiting, before?: Exchange): Promise<string> {
    const own = this.#fetch(waitUntil);
    const token = before === undefined ? own : Promise.race([own, before.token.catch(() => own)]);
    const exchange = { token, startedAt: performance.now() };
    this.#pending = exchange;
    const end = () => {
      if (this.#pending === exchange) this.#pending = undefined;
    };
    token.then(end, end);
    keepAlive(waitUntil, own);
    return token;
  }

  async #fetch(waitUntil: WaitUntil | undefined): Promise<string> {
    const { accessToken, expiresIn } = (await this.#readStore()) ?? (await this.#issue(waitUntil));
    this.#cached = { value: accessToken, expiresAt: performance.now() + expiresIn * 1000 };
    return accessToken;
  }

  /** Another process may have exchanged already. A token that was refused, or would be renewed at once, is no help. */
  async #readStore(): Promise<IssuedToken | undefined> {
    const stored = await this.#store?.read();
    const isFresh = stored !== undefined && stored.expiresIn * 1000 > refreshAheadMs;
    return isFresh && stored.accessToken !== this.#refused ? stored : undefined;
  }

  async #issue(waitUntil: WaitUntil | undefined): Promise<IssuedToken> {
    try {
      const issued = readIssuedToken(await this.#exchange());
      if (this.#store !== undefined) keepAlive(waitUntil, this.#store.write(issued));
      return issued;
    } catch (error) {
      throw notSent(error);
    }
  }
}

/** Keeps the runtime alive for work that goes on behind a response. */
function keepAlive(waitUntil: WaitUntil | undefined, work: Promise<unknown>): void {
  const settled = () => undefined;
  try {
    waitUntil?.(work.then(settled, settled));
  } catch {
    // The call does not depend on it.
  }
}

/** The parts of a token response that the client depends on. A `ResponseError` names the field, never its value. */
function readIssuedToken({ data, response, requestId }: ReceivedResponse): IssuedToken {
  const { accessToken, expiresIn }: { accessToken?: unknown; expiresIn?: unknown } = data ?? {};
  const issued = { accessToken, expiresIn };
  if (isUsableToken(issued)) return issued;
  const { status } = response;
  const field = isVisibleAscii(accessToken) ? 'expiresIn' : 'accessToken';
  const message = `POST /auth/token: the response with status ${status} has no usable ${field}.`;
  const details = { reason: 'invalid-token', status, requestId, idempotencyKey: undefined } as const;
  const error = new ResponseError(message, details);
  const { name, outcome } = error;
  throw error.addHistory([{ status, error: name, outcome, requestId, delayMs: undefined }]);
}

/** However an exchange failed, the call that waited for it was not sent. A refusal stays one. */
function notSent(error: unknown): unknown {
  if (error instanceof CallError && error.outcome === 'unknown')
    return error.addHistory(error.attempts, 'not_sent');
  return error instanceof ConfigurationError ? new ConfigurationError(error.option, error.message) : error;
}

/** Calls the caller's own function before every attempt; whether it caches the token is up to that function. */
export function providedToken(provide: () => Promise<string>): TokenSource {
  return { get: () => Promise.resolve(provide()), discard: () => undefined };
}
