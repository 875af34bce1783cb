/**
 * How much a violation matters. `error`: a message breaks the contract. `warning`: probably a mistake of the caller, though
 * the contract allows it. `notice`: worth knowing and nobody's mistake; it never fails a test or a run.
 */
export type Severity = 'error' | 'warning' | 'notice';

/** From the most serious to the least. */
export const severities: readonly Severity[] = ['error', 'warning', 'notice'];

/** How many there are of each severity. */
export interface SeverityCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
}

/** Counts by severity. */
export function countBySeverity(found: readonly { readonly severity: Severity }[]): SeverityCounts {
  const count = (wanted: Severity) => found.filter(({ severity }) => severity === wanted).length;
  return { errors: count('error'), warnings: count('warning'), notices: count('notice') };
}
