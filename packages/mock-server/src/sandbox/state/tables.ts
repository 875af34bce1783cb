/** One thing that changed: its table, its key and the JSON that stands there now; without a third entry it is gone. */
export type Change = readonly [table: string, key: string, value?: unknown];

/** Keeps what a sandbox must not forget when its process ends. */
export interface Journal {
  /**
   * Hands over what was kept when it was opened, in the order of writing; nothing the second time. A journal that is only
   * read hands it over each time: its sandbox goes back to it when it is emptied.
   */
  takeKept(): Iterable<Change>;
  /**
   * Takes changes that belong together: all of them are kept, or none. `everything` returns all there is after them, for a
   * journal that grew too long and begins anew.
   */
  append(changes: readonly Change[], everything: () => Iterable<Change>): void;
  /** Puts this in place of all that was kept. */
  replace(everything: () => Iterable<Change>): void;
  /** Resolves when what was appended so far outlives a crash, rejects when it cannot; undefined when nothing is open. */
  settled(): Promise<void> | undefined;
}

/** Called with the table and key of each row that changes. */
export type OnChange = (table: string, key: string) => void;

/** Called with each change of a table; without a value the row is gone. */
type NoteChange = (key: string, value?: unknown) => void;

/** Rows by their key, in the order of their first writing. A row is plain JSON and is replaced, never changed. */
export class Table<Row> {
  readonly #rows: Map<string, Row>;
  readonly #note: NoteChange;
  /** Says that what a row means has changed, by the passing of time for one. */
  readonly touch: (key: string) => void;

  constructor(rows: Map<string, Row>, note: NoteChange, touch: (key: string) => void) {
    this.#rows = rows;
    this.#note = note;
    this.touch = touch;
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

/** Keys in rising order of a number that each has, to be read from the highest on. */
export class OrderedKeys {
  readonly #keys: string[] = [];
  readonly #ordinals: number[] = [];

  /** Adds a key whose number is higher than all so far; any other is there already. */
  add(key: string, ordinal: number): void {
    if (ordinal <= (this.#ordinals.at(-1) ?? -1)) return;
    this.#keys.push(key);
    this.#ordinals.push(ordinal);
  }

  /** Those with a lower number, the highest first. Where they begin is found by halving. */
  *below(ordinal: number): IterableIterator<string> {
    let [from, to] = [0, this.#ordinals.length];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      if ((this.#ordinals[middle] ?? 0) < ordinal) from = middle + 1;
      else to = middle;
    }
    for (let at = from - 1; at >= 0; at -= 1) yield this.#keys[at] ?? '';
  }

  clear(): void {
    this.#keys.length = 0;
    this.#ordinals.length = 0;
  }
}

/** All tables of a sandbox. What changes in them between two commits is kept as one. */
export class Tables {
  readonly #journal: Journal | undefined;
  readonly #onChange: OnChange | undefined;
  readonly #rows = new Map<string, Map<string, unknown>>();
  readonly #changed = new Map<string, Change>();
  readonly #derived: (() => void)[] = [];

  /** Without a journal nothing outlives the tables. */
  constructor(journal?: Journal, onChange?: OnChange) {
    this.#journal = journal;
    this.#onChange = onChange;
    this.#restore();
  }

  /** The table of this name, with what was kept of it. Its rows are whatever was written there. */
  table<Row>(name: string): Table<Row> {
    const touch = (key: string) => this.#onChange?.(name, key);
    const note = this.#journal === undefined ? touch : this.#noteIn(name);
    return new Table<Row>(this.#rowsOf(name) as Map<string, Row>, note, touch);
  }

  /** Derives something from rows, now and whenever they were emptied. */
  derive(derive: () => void): void {
    this.#derived.push(derive);
    derive();
  }

  /** Hands what changed since the last commit to the journal. */
  commit(): void {
    if (this.#changed.size === 0) return;
    this.#journal?.append([...this.#changed.values()], () => this.#everything());
    this.#changed.clear();
  }

  /** Empties every table, also in the journal, unless that one goes on handing over what it has. */
  empty(): void {
    for (const rows of this.#rows.values()) rows.clear();
    this.#restore();
    for (const derive of this.#derived) derive();
    this.#changed.clear();
    this.#journal?.replace(() => this.#everything());
  }

  /** Resolves when every commit so far outlives a crash; undefined when they all do. */
  settled(): Promise<void> | undefined {
    return this.#journal?.settled();
  }

  #noteIn(table: string): NoteChange {
    return (key, ...value) => {
      const change: Change = [table, key, ...value];
      this.#changed.set(`${table} ${key}`, change);
      this.#onChange?.(table, key);
    };
  }

  #rowsOf(name: string): Map<string, unknown> {
    const rows = this.#rows.get(name) ?? new Map<string, unknown>();
    this.#rows.set(name, rows);
    return rows;
  }

  #restore(): void {
    for (const [table, key, ...value] of this.#journal?.takeKept() ?? []) {
      const rows = this.#rowsOf(table);
      if (value.length === 0) rows.delete(key);
      else rows.set(key, value[0]);
    }
  }

  *#everything(): Iterable<Change> {
    for (const [name, rows] of this.#rows) for (const [key, row] of rows) yield [name, key, row];
  }
}
