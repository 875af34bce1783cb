import { SeededRandom } from '../../seeded-random.js';
import type { Table, Tables } from './tables.js';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const hexDigits = '0123456789abcdef';

/** Ids, secrets and addresses: the same seed makes the same ones in the same order, except secrets that are random. */
export class Ids {
  readonly #seed: number;
  readonly #hasRandomSecrets: boolean;
  readonly #numbers: Table<number>;

  constructor(seed: number, hasRandomSecrets: boolean, tables: Tables) {
    this.#seed = seed;
    this.#hasRandomSecrets = hasRandomSecrets;
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
    return this.#text(hexDigits, length);
  }

  /** Random characters of Base58. */
  base58(length: number): string {
    return this.#text('123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz', length);
  }

  /** A new token such as `tok_01H9…`: one that nobody can guess, unless the seed was chosen. */
  token(prefix: string): string {
    return `${prefix}_${this.#secretText(alphabet, 26)}`;
  }

  /** The hexadecimal digits of a secret, which nobody can guess either. */
  secretHex(length: number): string {
    return this.#secretText(hexDigits, length);
  }

  #secretText(characters: string, length: number): string {
    return this.#hasRandomSecrets ? randomText(characters, length) : this.#text(characters, length);
  }

  #text(characters: string, length: number): string {
    const random = new SeededRandom(this.#numbers.get('random') ?? `sandbox:${this.#seed}`);
    let text = '';
    for (let count = 0; count < length; count += 1)
      text += characters.charAt(Math.floor(random.next() * characters.length));
    this.#numbers.set('random', random.state);
    return text;
  }
}

/** The number of `characters` divides 256, so that each is as likely as the others. */
function randomText(characters: string, length: number): string {
  const numbers = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(numbers, (number) => characters.charAt(number % characters.length)).join('');
}

/** Hashes the UTF-8 of a text with SHA-256; in hexadecimal. */
export type Hash = (text: string) => string;

/** A hash of texts: what was kept under it can be recognised and not read. */
export type Fingerprint = (...parts: readonly string[]) => string;

/** Makes fingerprints with a hash; each part counts with its length, so that no two lists of parts look the same. */
export function fingerprintWith(hash: Hash): Fingerprint {
  return (...parts) => hash(parts.map((part) => `${part.length}:${part}`).join(''));
}
