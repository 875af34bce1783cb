/** Properties of an object that are replaced for a while. */
export class Stubs {
  readonly #target: object;
  readonly #originals = new Map<string, PropertyDescriptor | undefined>();

  constructor(target: object) {
    this.#target = target;
  }

  /** Replaces a property; `undefined` takes it away. */
  set(name: string, value: unknown): void {
    if (!this.#originals.has(name)) {
      this.#originals.set(name, Object.getOwnPropertyDescriptor(this.#target, name));
    }
    if (value === undefined) Reflect.deleteProperty(this.#target, name);
    // The prototype may have it as well.
    if (value === undefined && !(name in this.#target)) return;
    this.#define(name, { value, configurable: true, enumerable: true, writable: true });
  }

  /** Puts everything back as it was. */
  restore(): void {
    for (const [name, original] of this.#originals) {
      if (original === undefined) Reflect.deleteProperty(this.#target, name);
      else this.#define(name, original);
    }
    this.#originals.clear();
  }

  #define(name: string, descriptor: PropertyDescriptor): void {
    Object.defineProperty(this.#target, name, descriptor);
  }
}
