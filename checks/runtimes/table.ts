import type { Outcome } from './outcome.js';

const head = ['runtime', 'version', 'suite', 'passed', 'failed', 'files left out', 'seconds'];

/** A Markdown table: runtime × suite. */
export function table(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ runtime, version, suite, passed, failed, leftOut, ms }) =>
    [runtime, version, suite, passed, failed, leftOut, (ms / 1000).toFixed(1)].map(String),
  );
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n');
}
