import { ApiProblem } from './api-problem.js';
import { fingerprint } from './fingerprint.js';
import type { Ledger } from './ledger.js';
import type { Table } from './table.js';
import type { World } from './world.js';

const lifeSeconds = 3600;
/** How long an expired token is still told from one that never was. */
const memoryMs = 86_400_000;
/** The secret that is never right, to try how an integration takes it. */
const wrongSecret = 'wrong';

/** Issues bearer tokens and knows which of them hold. Only fingerprints of them are kept. */
export class Tokens {
  readonly #world: World;
  readonly #expiry: Table<number>;

  constructor(world: World, ledger: Ledger) {
    this.#world = world;
    this.#expiry = ledger.table('token');
  }

  /** Exchanges a key and its secret. Any pair will do, except the secret `wrong`. */
  issue({ apiSecret }: { readonly apiSecret?: unknown }): object {
    if (apiSecret === wrongSecret)
      throw refused('authentication_failed', 'The credentials are missing or not valid.');
    this.#forgetOld();
    const accessToken = this.#world.id('tok');
    const expiresAt = this.#world.nowMs() + lifeSeconds * 1000;
    this.#expiry.set(fingerprint(accessToken), expiresAt);
    return {
      accessToken,
      tokenType: 'bearer',
      expiresIn: lifeSeconds,
      expiresAt: new Date(expiresAt).toISOString(),
    };
  }

  /** Refuses a token that was not issued here, or has expired. */
  check(authorization: string | undefined): void {
    const token = /^bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '';
    const expiresAt = this.#expiry.get(fingerprint(token));
    if (expiresAt === undefined)
      throw refused('authentication_failed', 'The credentials are missing or not valid.');
    if (expiresAt > this.#world.nowMs()) return;
    throw refused('token_expired', 'The bearer token has expired. Exchange the API key for a new one.');
  }

  #forgetOld(): void {
    for (const [key, expiresAt] of this.#expiry.entries()) {
      if (expiresAt + memoryMs > this.#world.nowMs()) return;
      this.#expiry.delete(key);
    }
  }
}

function refused(code: string, message: string): ApiProblem {
  return new ApiProblem(401, code, message);
}
