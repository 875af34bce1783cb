import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

const columns = ['externalId', 'firstName', 'lastName', 'email'] as const;

/** One line of the file. */
export type Row = Readonly<Record<(typeof columns)[number], string>>;

/** Reads a CSV file with a header line. Rejects when a column is missing or an `externalId` is in the file twice. */
export async function readRows(file: string): Promise<Row[]> {
  const rows = new Map<string, Row>();
  const lines = createReadStream(file).pipe(parse({ columns: true, bom: true, trim: true }));
  for await (const line of lines as AsyncIterable<Record<string, string>>) {
    const row = Object.fromEntries(columns.map((name) => [name, cell(line, name)])) as Row;
    if (rows.has(row.externalId)) throw new Error(`${row.externalId} is in the file twice.`);
    rows.set(row.externalId, row);
  }
  return [...rows.values()];
}

function cell(line: Record<string, string>, name: string): string {
  const value = line[name];
  if (value === undefined) throw new Error(`The file has no column ${name}; it needs ${columns.join(', ')}.`);
  return value;
}
