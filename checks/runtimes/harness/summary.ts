/** The results of a suite in one runtime. */
export interface Summary {
  readonly passed: number;
  readonly failed: number;
  /** Milliseconds it took. */
  readonly ms: number;
  /** File, title and message of each failed test. */
  readonly failures: readonly string[];
}
