import { withinTime } from '../request/within-time.js';
import type { StoredToken, TokenStore } from '../token-store.js';
import { type IssuedToken, isUsableToken } from './issued-token.js';

/** A store that takes longer is taken for one that fails. */
const longestReadMs = 5_000;

/** The token in the store with the seconds it has left; `undefined` when there is none that can be used. */
export function readStoredToken(store: TokenStore): Promise<IssuedToken | undefined> {
  const limit = { ms: longestReadMs, onTimeUp: () => undefined };
  return withinTime(limit, async () => readToken(await store.get())).catch(() => undefined);
}

/** What a store gives comes from outside: this throws at values that cannot even be looked at. */
function readToken(stored: StoredToken | null | undefined): IssuedToken | undefined {
  const { accessToken, expiresAt }: Partial<StoredToken> = stored ?? {};
  const issued = { accessToken, expiresIn: (Number(expiresAt) - Date.now()) / 1000 };
  return isUsableToken(issued) ? issued : undefined;
}

/** Hands a new token to the store, which may take its time or fail. */
export function writeStoredToken(store: TokenStore, { accessToken, expiresIn }: IssuedToken): void {
  const token = { accessToken, expiresAt: Date.now() + expiresIn * 1000 };
  Promise.resolve(token)
    .then((stored) => store.set(stored))
    .catch(() => undefined);
}
