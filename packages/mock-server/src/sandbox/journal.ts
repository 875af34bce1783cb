/** One thing that changed: its table, its key and the JSON that stands there now; without a third entry it is gone. */
export type Change = readonly [table: string, key: string, value?: unknown];

/** Keeps what a sandbox must not forget when its process ends. */
export interface Journal {
  /** Gives away what was kept when it was opened, in the order of writing; nothing the second time. */
  takeKept(): Iterable<Change>;
  /**
   * Takes changes that belong together: all of them are kept, or none. `everything` gives all there is after them, for a
   * journal that grew too long and begins anew.
   */
  append(changes: readonly Change[], everything: () => Iterable<Change>): void;
  /** Puts this in place of all that was kept. */
  replace(everything: () => Iterable<Change>): void;
  /** Resolves when what was appended so far outlives a crash, rejects when it cannot; undefined when nothing is open. */
  settled(): Promise<void> | undefined;
}
