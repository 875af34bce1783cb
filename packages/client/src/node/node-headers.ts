/**
 * Headers of an answer. Looking one up costs little; everything else goes through a `Headers` of the runtime, which is
 * made when it is needed first.
 */
export class NodeHeaders implements Headers {
  readonly #values = new Map<string, string>();
  readonly #raw: readonly string[];
  #whole: Headers | undefined;

  /** `raw` has names and values in turn, as they came. */
  constructor(raw: readonly string[]) {
    this.#raw = raw;
    for (let index = 0; index < raw.length; index += 2) {
      const [name = '', value = ''] = [raw[index]?.toLowerCase(), raw[index + 1]];
      const earlier = this.#values.get(name);
      this.#values.set(name, earlier === undefined ? value : `${earlier}, ${value}`);
    }
  }

  get(name: string): string | null {
    return this.#whole === undefined ? (this.#values.get(name.toLowerCase()) ?? null) : this.#whole.get(name);
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
