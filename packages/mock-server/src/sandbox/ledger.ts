import type { Change, Journal } from './journal.js';
import { type NoteChange, Table } from './table.js';

/** All tables of a sandbox. What changes in them between two commits is kept as one. */
export class Ledger {
  readonly #journal: Journal | undefined;
  readonly #tables = new Map<string, Table<unknown>>();
  readonly #kept = new Map<string, Map<string, unknown>>();
  readonly #changed = new Map<string, Change>();

  /** Without a journal nothing outlives the ledger. */
  constructor(journal?: Journal) {
    this.#journal = journal;
    for (const change of journal?.takeKept() ?? []) this.#restore(change);
  }

  /** The table of this name, with what was kept of it. Its rows are whatever was written there. */
  table<Row>(name: string): Table<Row> {
    const rows = (this.#kept.get(name) ?? new Map()) as Map<string, Row>;
    const table = new Table<Row>(rows, this.#journal === undefined ? () => undefined : this.#noteIn(name));
    this.#tables.set(name, table as Table<unknown>);
    return table;
  }

  /** Hands what changed since the last commit to the journal. */
  commit(): void {
    if (this.#changed.size === 0) return;
    this.#journal?.append([...this.#changed.values()], () => this.#everything());
    this.#changed.clear();
  }

  /** Resolves when every commit so far outlives a crash; undefined when they all do. */
  settled(): Promise<void> | undefined {
    return this.#journal?.settled();
  }

  /** Makes the journal forget what is not in the tables. */
  replaceKept(): void {
    this.#changed.clear();
    this.#journal?.replace(() => this.#everything());
  }

  #noteIn(table: string): NoteChange {
    return (key, ...value) => {
      const change: Change = [table, key, ...value];
      this.#changed.set(`${table} ${key}`, change);
    };
  }

  #restore([table, key, ...value]: Change): void {
    const rows = this.#kept.get(table) ?? new Map<string, unknown>();
    if (value.length === 0) rows.delete(key);
    else rows.set(key, value[0]);
    this.#kept.set(table, rows);
  }

  *#everything(): Iterable<Change> {
    for (const [name, table] of this.#tables)
      for (const [key, row] of table.entries()) yield [name, key, row];
  }
}
