import { ApiProblem } from './api-problem.js';
import type { World } from './world.js';

const lifeSeconds = 3600;
/** The secret that is never right, to try how an integration takes it. */
const wrongSecret = 'wrong';

/** Issues bearer tokens and knows which of them hold. */
export class Tokens {
  readonly #world: World;
  readonly #expiry = new Map<string, number>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Exchanges a key and its secret. Any pair will do, except the secret `wrong`. */
  issue({ apiSecret }: { readonly apiSecret?: unknown }): object {
    if (apiSecret === wrongSecret)
      throw refused('authentication_failed', 'The credentials are missing or not valid.');
    const accessToken = this.#world.id('tok');
    const expiresAt = this.#world.nowMs() + lifeSeconds * 1000;
    this.#expiry.set(accessToken, expiresAt);
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
    const expiresAt = this.#expiry.get(token);
    if (expiresAt === undefined)
      throw refused('authentication_failed', 'The credentials are missing or not valid.');
    if (expiresAt > this.#world.nowMs()) return;
    throw refused('token_expired', 'The bearer token has expired. Exchange the API key for a new one.');
  }
}

function refused(code: string, message: string): ApiProblem {
  return new ApiProblem(401, code, message);
}
