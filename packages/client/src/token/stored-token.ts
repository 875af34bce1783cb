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
const longestReadMs = 5_000;

/** The token in the store with the seconds it has left; `undefined` if it has none that can be used. */
export function readStoredToken(store: TokenStore): Promise<IssuedToken | undefined> {
  const limit = { ms: longestReadMs, onTimeUp: () => undefined };
  return withinTime(limit, async () => readToken(await store.get())).catch(() => undefined);
}

/** A store may return anything; reading some values throws. */
function readToken(stored: StoredToken | null | undefined): IssuedToken | undefined {
  const { accessToken, expiresAt }: Partial<StoredToken> = stored ?? {};
  const issued = { accessToken, expiresIn: (Number(expiresAt) - Date.now()) / 1000 };
  return isUsableToken(issued) ? issued : undefined;
}

/** Passes a new token to the store, which may take its time or fail. */
export function writeStoredToken(store: TokenStore, { accessToken, expiresIn }: IssuedToken): void {
  const token = { accessToken, expiresAt: Date.now() + expiresIn * 1000 };
  Promise.resolve(token)
    .then((stored) => store.set(stored))
    .catch(() => undefined);
}
