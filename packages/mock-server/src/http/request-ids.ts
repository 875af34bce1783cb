/** Numbers requests: the same seed gives the same ids in the same order. */
export class RequestIds {
  readonly #prefix: string;
  #count = 0;

  constructor(seed: number) {
    this.#prefix = `req_${Math.abs(Math.trunc(seed)).toString(36).padStart(4, '0')}`;
  }

  next(): string {
    this.#count += 1;
    return this.#prefix + this.#count.toString(36).padStart(12, '0');
  }

  restart(): void {
    this.#count = 0;
  }
}
