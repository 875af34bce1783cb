/**
 * Headers of a response. Looking one up costs little; everything else goes through a `Headers` of the runtime, which is
 * made when it is needed first.
 */
export class NodeHeaders implements Headers {
  readonly #raw: readonly string[];
  #whole: Headers | undefined;

  /** `raw` has names and values alternately, as they came. */
  constructor(raw: readonly string[]) {
    this.#raw = raw;
  }

  get(name: string): string | null {
    return this.#whole === undefined ? this.#find(name.toLowerCase()) : this.#whole.get(name);
  }

  has(name: string): boolean {
    return this.get(name) !== null;
  }

  append(name: string, value: string): void {
    this.#all.append(name, value);
  }

  delete(name: string): void {
    this.#all.delete(name);
  }

  set(name: string, value: string): void {
    this.#all.set(name, value);
  }

  getSetCookie(): string[] {
    return this.#all.getSetCookie();
  }

  forEach(callback: (value: string, name: string, headers: Headers) => void, thisArgument?: unknown): void {
    this.#all.forEach(callback, thisArgument);
  }

  entries() {
    return this.#all.entries();
  }

  keys() {
    return this.#all.keys();
  }

  values() {
    return this.#all.values();
  }

  [Symbol.iterator]() {
    return this.#all[Symbol.iterator]();
  }

  /** Several of one name are joined. A name in lower case is a new text, so lengths are compared before. */
  #find(name: string): string | null {
    let found: string | null = null;
    for (let index = 0; index < this.#raw.length; index += 2) {
      const given = this.#raw[index];
      if (given?.length !== name.length || given.toLowerCase() !== name) continue;
      const value = this.#raw[index + 1] ?? '';
      found = found === null ? value : `${found}, ${value}`;
    }
    return found;
  }

  get #all(): Headers {
    if (this.#whole === undefined) {
      this.#whole = new Headers();
      for (let index = 0; index < this.#raw.length; index += 2) {
        this.#whole.append(this.#raw[index] ?? '', this.#raw[index + 1] ?? '');
      }
    }
    return this.#whole;
  }
}
