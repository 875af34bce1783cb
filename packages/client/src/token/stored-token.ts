import type { StoredToken, TokenStore } from '../options.js';
import { isVisibleAscii } from '../request/check-value.js';
import { withinTime } from '../request/within-time.js';

/** A bearer token and how long it can be used. */
export interface IssuedToken {
  /** Visible ASCII, so that it can be a header. */
  readonly accessToken: string;
  /** Seconds the token lives, counted from the moment it was received. */
  readonly expiresIn: number;
}

/** A year in seconds. More than that is another unit or a point in time, and would keep a dead token in use. */
const longestLifeSeconds = 31_536_000;

/** Whether a token can be sent and its life can be relied on. */
export function isUsableToken(token: { accessToken?: unknown; expiresIn?: unknown }): token is IssuedToken {
  const { accessToken, expiresIn } = token;
  const hasLife = typeof expiresIn === 'number' && expiresIn > 0 && expiresIn <= longestLifeSeconds;
  return hasLife && isVisibleAscii(accessToken);
}

/** A store that takes longer is treated as one that fails. */
const longestAccessMs = 5_000;

/** What is in a token store for one key at one base URL: no token reaches the host of another key. */
export class StoredTokens {
  readonly #store: TokenStore;
  readonly #owner: string;
  #audience: string | undefined;

  constructor(store: TokenStore, baseUrl: string, apiKey: string) {
    this.#store = store;
    this.#owner = `${baseUrl}\n${apiKey}`;
  }

  /** The token in the store with the seconds it has left; `undefined` if it has none that can be used. */
  read(): Promise<IssuedToken | undefined> {
    const read = async () => readToken(await this.#readAudience(), await this.#store.get());
    return withinTime({ ms: longestAccessMs, onTimeUp: () => undefined }, read).catch(() => undefined);
  }

  /** Passes a new token to the store, which may take its time or fail. */
  write({ accessToken, expiresIn }: IssuedToken): Promise<unknown> {
    const expiresAt = Date.now() + expiresIn * 1000;
    const write = async () =>
      this.#store.set({ accessToken, expiresAt, audience: await this.#readAudience() });
    return withinTime<unknown>({ ms: longestAccessMs, onTimeUp: () => undefined }, write).catch(
      () => undefined,
    );
  }

  /** Rejects where there is no WebCrypto, and then the store is not used. */
  async #readAudience(): Promise<string> {
    // Not the promise: a runtime may drop it with the request that began it.
    this.#audience ??= await audienceOf(this.#owner);
    return this.#audience;
  }
}

/** The first 32 hex digits of the SHA-256 of a text. */
async function audienceOf(owner: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(owner));
  const digits = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0'));
  return digits.join('').slice(0, 32);
}

/** A store may return anything; reading some values throws. */
function readToken(ofClient: string, stored: StoredToken | null | undefined): IssuedToken | undefined {
  const { accessToken, expiresAt, audience }: Partial<StoredToken> = stored ?? {};
  if (audience !== ofClient || typeof expiresAt !== 'number') return undefined;
  const issued = { accessToken, expiresIn: (expiresAt - Date.now()) / 1000 };
  return isUsableToken(issued) ? issued : undefined;
}
