/** A bearer token as it is kept outside of the process. It is a secret: encrypt it where others can read. */
export interface StoredToken {
  readonly accessToken: string;
  /** When it ends, in milliseconds since 1970 on the wall clock, which processes can compare. */
  readonly expiresAt: number;
}

/**
 * Keeps one token for several processes that use the same API key. A store that fails or takes longer than 5 seconds does
 * not fail a call: the token is exchanged then.
 */
export interface TokenStore {
  /** The token that was set last; nothing when there is none. */
  get(): Promise<StoredToken | null | undefined>;
  /** Called with each new token. */
  set(token: StoredToken): Promise<unknown>;
}
