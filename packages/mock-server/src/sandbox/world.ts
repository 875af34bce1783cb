import { seededRandom } from '../seeded-random.js';

/** What the sandbox does not decide by itself. */
export interface WorldOptions {
  /** The same seed gives the same ids, tokens and secrets in the same order. */
  readonly seed: number;
  /** The present, in milliseconds since 1970. */
  readonly now: () => number;
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Time and chance, the only things a sandbox has from outside. */
export class World {
  readonly #options: WorldOptions;
  readonly #random: () => number;
  #aheadMs = 0;

  constructor(options: WorldOptions) {
    this.#options = options;
    this.#random = seededRandom(`sandbox:${options.seed}`);
  }

  /** The present, in milliseconds since 1970. */
  nowMs(): number {
    return this.#options.now() + this.#aheadMs;
  }

  /** The present in ISO 8601, UTC. */
  timestamp(): string {
    return new Date(this.nowMs()).toISOString();
  }

  /** Lets time pass. */
  advance(ms: number): void {
    this.#aheadMs += ms;
  }

  /** A new id such as `cst_01H9…`. */
  id(prefix: string): string {
    return `${prefix}_${this.#text(alphabet, 26)}`;
  }

  /** Random hexadecimal digits. */
  hex(length: number): string {
    return this.#text('0123456789abcdef', length);
  }

  /** Random characters of Base58. */
  base58(length: number): string {
    return this.#text('123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz', length);
  }

  #text(characters: string, length: number): string {
    const one = () => characters.charAt(Math.floor(this.#random() * characters.length));
    return Array.from({ length }, one).join('');
  }
}
