import { confidences } from './marked-fields.js';
import type { CoverageRow } from './spec-coverage.js';

/** A Markdown table with a row for each kind or operation, its columns as wide as their longest cell. */
export function printCoverage(heading: string, rows: readonly CoverageRow[]): string {
  const cells = rows.map(({ title, statements }) => {
    const marks = [...statements.values()];
    const counts = confidences.map((confidence) => marks.filter((mark) => mark === confidence).length);
    return [title, ...counts.map(String), String(marks.length)];
  });
  const table = [[heading, ...confidences, 'all'], ...cells];
  const widths = (table[0] ?? []).map((_cell, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  const lines = table.map((row) => line(row, widths));
  const rule = `| ${widths.map((width, column) => `${'-'.repeat(width - 1)}${column === 0 ? '-' : ':'}`).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1), ''].join('\n');
}

function line(row: readonly string[], widths: readonly number[]): string {
  const cells = row.map((cell, column) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
  );
  return `| ${cells.join(' | ')} |`;
}
