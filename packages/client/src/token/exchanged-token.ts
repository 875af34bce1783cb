import type { TokenStore } from '../token-store.js';
import type { IssuedToken } from './issued-token.js';
import { readStoredToken, writeStoredToken } from './stored-token.js';

/** Where the bearer token of a request comes from. */
export interface TokenSource {
  /** A token that can be used now, at once when there is one. */
  get(): string | Promise<string>;
  /** Says that `token` was refused, so that the next `get` gives another one if there is one. */
  discard(token: string): void;
}

/** With more than this left, a token is simply used. */
const refreshAheadMs = 120_000;
/** With less than this left, callers wait for a new token. */
const refreshNowMs = 30_000;
/** Renewals in the background begin at least this far apart, for one may fail, or give a token that lives no longer. */
const pauseMs = 10_000;

interface CachedToken {
  readonly value: string;
  readonly expiresAt: number;
}

/** What {@link ExchangedToken} needs. */
export interface ExchangedTokenOptions {
  readonly exchange: () => Promise<IssuedToken>;
  /** Looked into before an exchange. */
  readonly store?: TokenStore | undefined;
  /** Milliseconds on a monotonic clock: a wall clock that is wrong or jumps must not matter. */
  readonly now: () => number;
}

/**
 * Exchanges the API key for a token when the first request needs it, caches it, and renews it before it expires:
 * in the background while 30 to 120 seconds are left, and waiting for it after that. However many callers ask,
 * one exchange is under way at a time.
 */
export class ExchangedToken implements TokenSource {
  readonly #options: ExchangedTokenOptions;
  #cached: CachedToken | undefined;
  #pending: Promise<string> | undefined;
  #noRenewalBefore = 0;
  #refused: string | undefined;

  constructor(options: ExchangedTokenOptions) {
    this.#options = options;
  }

  get(): string | Promise<string> {
    const cached = this.#cached;
    const now = this.#options.now();
    const leftMs = cached === undefined ? 0 : cached.expiresAt - now;
    if (cached === undefined || leftMs < refreshNowMs) return this.#renew();
    if (leftMs < refreshAheadMs && now >= this.#noRenewalBefore) this.#renewBehind(now);
    return cached.value;
  }

  /** A late 401 to a token from before says nothing about the one in use. */
  discard(token: string): void {
    if (this.#cached?.value !== token) return;
    this.#refused = token;
    this.#cached = undefined;
  }

  #renewBehind(now: number): void {
    this.#noRenewalBefore = now + pauseMs;
    this.#renew().catch(() => undefined);
  }

  #renew(): Promise<string> {
    this.#pending ??= this.#exchange().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #exchange(): Promise<string> {
    const { exchange, store } = this.#options;
    const { accessToken, expiresIn } = await (store === undefined ? exchange() : this.#throughStore(store));
    this.#cached = { value: accessToken, expiresAt: this.#options.now() + expiresIn * 1000 };
    return accessToken;
  }

  /** Another process may have exchanged already. A token that was refused, or would be renewed at once, is no help. */
  async #throughStore(store: TokenStore): Promise<IssuedToken> {
    const stored = await readStoredToken(store);
    const isFresh = stored !== undefined && stored.expiresIn * 1000 > refreshAheadMs;
    if (isFresh && stored.accessToken !== this.#refused) return stored;
    const issued = await this.#options.exchange();
    writeStoredToken(store, issued);
    return issued;
  }
}

/** Asks the caller's own function for a token before every attempt; caching is that function's affair. */
export function providedToken(provide: () => Promise<string>): TokenSource {
  return { get: async () => provide(), discard: () => undefined };
}
