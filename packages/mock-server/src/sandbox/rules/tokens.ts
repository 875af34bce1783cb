import { expiredToken, unknownToken, withoutBearer } from '../../http/refusal.js';
import type { Clock } from '../state/clock.js';
import type { Fingerprint, Ids } from '../state/ids.js';
import type { Table, Tables } from '../state/tables.js';
import { ApiProblem } from './api-problem.js';

const lifeSeconds = 3600;
/** How long an expired token is still told from one that never was. */
const memoryMs = 86_400_000;
/** The secret that is never right, to try how an integration takes it. */
const wrongSecret = 'wrong';

interface TokenState {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly fingerprint: Fingerprint;
  readonly tables: Tables;
}

/** Issues bearer tokens and knows which of them are valid. Only fingerprints of them are kept. */
export class Tokens {
  readonly #state: TokenState;
  readonly #expiry: Table<number>;

  constructor(state: TokenState) {
    this.#state = state;
    this.#expiry = state.tables.table('token');
  }

  /** Exchanges a key and its secret. Any pair will do, except the secret `wrong`. */
  issue({ apiSecret }: { readonly apiSecret?: unknown }): object {
    if (apiSecret === wrongSecret)
      throw refused(
        'authentication_failed',
        'The API secret does not belong to this API key. Any other secret than `wrong` will do.',
      );
    this.#forgetOld();
    const accessToken = this.#state.ids.token('tok');
    const expiresAt = this.#state.clock.nowMs() + lifeSeconds * 1000;
    this.#expiry.set(this.#state.fingerprint(accessToken), expiresAt);
    return {
      accessToken,
      tokenType: 'bearer',
      expiresIn: lifeSeconds,
      expiresAt: new Date(expiresAt).toISOString(),
    };
  }

  /** Refuses a token that was not issued here, or has expired. */
  check(authorization: string | undefined): void {
    const token = /^bearer (.+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw refused('authentication_failed', withoutBearer(authorization));
    const expiresAt = this.#expiry.get(this.#state.fingerprint(token));
    if (expiresAt === undefined) throw refused('authentication_failed', unknownToken(token));
    if (expiresAt > this.#state.clock.nowMs()) return;
    throw refused('token_expired', expiredToken);
  }

  /** When the token that was issued last expires; infinite when none is valid. */
  get latestExpiryMs(): number {
    const latest = Math.max(...[...this.#expiry.entries()].map(([, expiresAt]) => expiresAt));
    return latest > this.#state.clock.nowMs() ? latest : Number.POSITIVE_INFINITY;
  }

  #forgetOld(): void {
    for (const [key, expiresAt] of this.#expiry.entries()) {
      if (expiresAt + memoryMs > this.#state.clock.nowMs()) return;
      this.#expiry.delete(key);
    }
  }
}

function refused(code: string, message: string): ApiProblem {
  return new ApiProblem(401, code, message);
}
