/** Numbers that are always the same for the same seed (mulberry32 over an FNV-1a hash). */
export class SeededRandom {
  #state: number;

  /** Begins with a seed, or goes on from the `state` of another. */
  constructor(seed: string | number) {
    this.#state = typeof seed === 'number' ? seed : hashed(seed);
  }

  /** All that the next numbers depend on, a 32-bit integer. */
  get state(): number {
    return this.#state;
  }

  /** The next number from 0 up to 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** Numbers from 0 up to 1 that are always the same for the same seed. */
export function seededRandom(seed: string): () => number {
  const random = new SeededRandom(seed);
  return () => random.next();
}

function hashed(seed: string): number {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return state;
}
