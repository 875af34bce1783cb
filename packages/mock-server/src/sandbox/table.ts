/** Called with each change of a table; without a value the row is gone. */
export type NoteChange = (key: string, value?: unknown) => void;

/** Rows by their key, in the order of their first writing. A row is plain JSON and is replaced, never changed. */
export class Table<Row> {
  readonly #rows: Map<string, Row>;
  readonly #note: NoteChange;

  constructor(rows: Map<string, Row>, note: NoteChange) {
    this.#rows = rows;
    this.#note = note;
  }

  get size(): number {
    return this.#rows.size;
  }

  get(key: string): Row | undefined {
    return this.#rows.get(key);
  }

  /** Every row, the oldest first. */
  rows(): IterableIterator<Row> {
    return this.#rows.values();
  }

  /** Every row with its key, the oldest first. */
  entries(): IterableIterator<[string, Row]> {
    return this.#rows.entries();
  }

  set(key: string, row: Row): Row {
    this.#rows.set(key, row);
    this.#note(key, row);
    return row;
  }

  delete(key: string): void {
    if (this.#rows.delete(key)) this.#note(key);
  }
}
