// Prints one table: a title, a row of heads, and a row for each peer; numbers with as many digits as say something.
import { appendFileSync } from 'node:fs';

/** `rows` begin with their name; what is no number is printed as it is. Throws for a row with a value too many or too few. */
export function printTable(title, heads, rows) {
  const odd = rows.find(({ length }) => length !== heads.length + 1);
  if (odd !== undefined)
    throw new Error(`${title}: ${odd[0]} has ${odd.length - 1} values for ${heads.length} heads.`);
  const cells = [[title, ...heads], ...rows.map(([name, ...values]) => [name, ...values.map(format)])];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
      .join('   '),
  );
  const file = process.env.OMS_BENCH_RESULTS;
  if (file) appendFileSync(file, `${JSON.stringify({ title, heads, rows })}\n`);
  console.log(`\n${lines[0]}\n${'─'.repeat(lines[0].length)}\n${lines.slice(1).join('\n')}`);
}

/** A number with three digits or more; what is no fraction, and anything else, as it is. */
export function format(value) {
  if (typeof value !== 'number' || Number.isInteger(value)) return String(value ?? '–');
  return Math.abs(value) >= 100
    ? value.toFixed(0)
    : Math.abs(value) >= 10
      ? value.toFixed(1)
      : value.toFixed(2);
}
