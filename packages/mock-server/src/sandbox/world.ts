import { SeededRandom } from '../seeded-random.js';
import type { Ledger } from './ledger.js';
import type { Table } from './table.js';

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
  readonly #now: () => number;
  readonly #numbers: Table<number>;
  readonly #random: SeededRandom;

  constructor({ seed, now }: WorldOptions, ledger: Ledger) {
    this.#now = now;
    this.#numbers = ledger.table('world');
    this.#random = new SeededRandom(this.#numbers.get('random') ?? `sandbox:${seed}`);
  }

  /** The present, in milliseconds since 1970. */
  nowMs(): number {
    return this.#now() + (this.#numbers.get('aheadMs') ?? 0);
  }

  /** The present in ISO 8601, UTC. */
  timestamp(): string {
    return new Date(this.nowMs()).toISOString();
  }

  /** Lets time pass. */
  advance(ms: number): void {
    this.#numbers.set('aheadMs', (this.#numbers.get('aheadMs') ?? 0) + ms);
  }

  /** The place of a new record in the order of all: 1, 2 and so on. */
  ordinal(): number {
    return this.#numbers.set('ordinal', (this.#numbers.get('ordinal') ?? 0) + 1);
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
    const one = () => characters.charAt(Math.floor(this.#random.next() * characters.length));
    const text = Array.from({ length }, one).join('');
    this.#numbers.set('random', this.#random.state);
    return text;
  }
}
