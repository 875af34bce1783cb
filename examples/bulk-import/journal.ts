import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** The customers that OMS has acknowledged, one line each. It contains only ids. */
export class Journal {
  readonly #file: string;
  readonly #done: Set<string>;

  private constructor(file: string, done: Set<string>) {
    this.#file = file;
    this.#done = done;
  }

  /** Opens a journal, or starts one. A last line cut short by a crash does not count. */
  static open(file: string): Journal {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole !== text) appendFileSync(file, '\n');
    const lines = whole.split('\n').filter((line) => line !== '');
    return new Journal(file, new Set(lines.map((line) => line.split(',')[0] ?? '')));
  }

  get size(): number {
    return this.#done.size;
  }

  has(externalId: string): boolean {
    return this.#done.has(externalId);
  }

  add(externalId: string, customerId: string): void {
    appendFileSync(this.#file, `${externalId},${customerId}\n`);
    this.#done.add(externalId);
  }
}
