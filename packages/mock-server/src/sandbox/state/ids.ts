import { SeededRandom } from '../../seeded-random.js';
import type { Table, Tables } from './tables.js';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ids, secrets and addresses: the same seed makes the same ones in the same order. */
export class Ids {
  readonly #seed: number;
  readonly #numbers: Table<number>;

  constructor(seed: number, tables: Tables) {
    this.#seed = seed;
    this.#numbers = tables.table('ids');
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
    const random = new SeededRandom(this.#numbers.get('random') ?? `sandbox:${this.#seed}`);
    const one = () => characters.charAt(Math.floor(random.next() * characters.length));
    const text = Array.from({ length }, one).join('');
    this.#numbers.set('random', random.state);
    return text;
  }
}

/** Hashes the UTF-8 of a text with SHA-256; in hexadecimal. */
export type Hash = (text: string) => string;

/** A hash of texts: what was kept under it can be recognised and not read. */
export type Fingerprint = (...parts: readonly string[]) => string;

/** Makes fingerprints with a hash; each part counts with its length, so that no two lists of parts look the same. */
export function fingerprintWith(hash: Hash): Fingerprint {
  return (...parts) => hash(parts.map((part) => `${part.length}:${part}`).join(''));
}
