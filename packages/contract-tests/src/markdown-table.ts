import { readFileSync } from 'node:fs';
import { root } from './run-example.js';

/** The rows below the first table's head after a heading, each a list of cells; code marks are left out. */
export function tableAfter(file: string, heading: string): string[][] {
  const text = readFileSync(`${root}${file}`, 'utf8');
  const start = text.indexOf(`\n${heading}\n`);
  if (start < 0) throw new Error(`${file} has no heading "${heading}".`);
  const [, table = ''] = /^\|(?:-+\|)+\n((?:\|.*\n)+)/m.exec(text.slice(start)) ?? [];
  return table.trimEnd().split('\n').map(cellsOf);
}

function cellsOf(row: string): string[] {
  const cells = row.slice(2, -2).split(/ ?(?<!\\)\| ?/);
  return cells.map((cell) => cell.replaceAll('`', '').trim());
}
