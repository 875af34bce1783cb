import { CallError } from '../errors/call-error.js';
import { ConfigurationError } from '../errors/oms-error.js';
import { ResponseError } from '../errors/response-error.js';
import { isVisibleAscii } from '../request/check-value.js';
import type { ReceivedResponse } from '../request/pipeline.js';
import { type IssuedToken, isUsableToken, type StoredTokens } from './stored-token.js';

/** Where the bearer token of a request comes from. */
export interface TokenSource {
  /** A token that can be used now; without waiting, if there is one. */
  get(): string | Promise<string>;
  /** Reports that `token` was refused, so that the next `get` returns another one, if possible. */
  discard(token: string): void;
}

/** With more than this left, a token is simply used. */
const refreshAheadMs = 120_000;
/** With less than this left, callers wait for a new token. */
const refreshNowMs = 30_000;
/** Renewals in the background start at least this far apart: one may fail, or return a token that lives no longer. */
const pauseMs = 10_000;

interface CachedToken {
  readonly value: string;
  readonly expiresAt: number;
}

/**
 * Exchanges the API key for a token when the first request needs it, caches it, and renews it before it expires:
 * in the background while 30 to 120 seconds are left, and waiting for it after that. However many callers ask,
 * one exchange is under way at a time.
 */
export class ExchangedToken implements TokenSource {
  readonly #exchange: () => Promise<ReceivedResponse>;
  readonly #store: StoredTokens | undefined;
  #cached: CachedToken | undefined;
  #pending: Promise<string> | undefined;
  #noRenewalBefore = 0;
  #refused: string | undefined;

  /** `exchange` sends `POST /auth/token`. */
  constructor(exchange: () => Promise<ReceivedResponse>, store: StoredTokens | undefined) {
    this.#exchange = exchange;
    this.#store = store;
  }

  get(): string | Promise<string> {
    const cached = this.#cached;
    const now = performance.now();
    const leftMs = cached === undefined ? 0 : cached.expiresAt - now;
    if (cached === undefined || leftMs < refreshNowMs) return this.#renew();
    if (leftMs < refreshAheadMs && now >= this.#noRenewalBefore) this.#renewInBackground(now);
    return cached.value;
  }

  /** A late 401 to a token from before says nothing about the one in use. */
  discard(token: string): void {
    if (this.#cached?.value !== token) return;
    this.#refused = token;
    this.#cached = undefined;
  }

  #renewInBackground(now: number): void {
    this.#noRenewalBefore = now + pauseMs;
    this.#renew().catch(() => undefined);
  }

  #renew(): Promise<string> {
    this.#pending ??= this.#fetch().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #fetch(): Promise<string> {
    const { accessToken, expiresIn } = (await this.#readStore()) ?? (await this.#issue());
    this.#cached = { value: accessToken, expiresAt: performance.now() + expiresIn * 1000 };
    return accessToken;
  }

  /** Another process may have exchanged already. A token that was refused, or would be renewed at once, is no help. */
  async #readStore(): Promise<IssuedToken | undefined> {
    const stored = await this.#store?.read();
    const isFresh = stored !== undefined && stored.expiresIn * 1000 > refreshAheadMs;
    return isFresh && stored.accessToken !== this.#refused ? stored : undefined;
  }

  async #issue(): Promise<IssuedToken> {
    try {
      const issued = readIssuedToken(await this.#exchange());
      this.#store?.write(issued);
      return issued;
    } catch (error) {
      throw notSent(error);
    }
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
  return { get: async () => provide(), discard: () => undefined };
}
