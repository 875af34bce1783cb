import { readUpstream } from './modes/proxy/upstream.js';
import { checkOptionsBy } from './option-check.js';
import { type Option, optionTable } from './option-table.js';
import type { MockServerOptions } from './options.js';

type Table = typeof optionTable;

/** Options of which those that have a default are set. */
type CompleteOptions = MockServerOptions & {
  readonly [Name in keyof Table as Table[Name] extends { readonly default: unknown }
    ? Name
    : never]-?: NonNullable<MockServerOptions[Name]>;
};

const rows: readonly (readonly [string, Option<unknown>])[] = Object.entries(optionTable);

/** The options with the defaults of those that were left out. */
export function withDefaults(options: MockServerOptions): CompleteOptions {
  const isGiven = ([, value]: readonly [string, unknown]) => value !== undefined;
  const defaults = rows.map(([name, row]) => [name, row.default] as const).filter(isGiven);
  const given = Object.entries(options).filter(isGiven);
  // The table has a row for each option and, as its type says, defaults of the right types.
  return Object.fromEntries([...defaults, ...given]) as unknown as CompleteOptions;
}

/** Throws TypeError for an option there is not, one of a kind the server cannot work with, and one of another mode. */
export function checkOptions(options: MockServerOptions): void {
  const checks = Object.fromEntries(rows.map(([name, { check }]) => [name, check]));
  checkOptionsBy(checks, options, 'an option of startMockServer');
  const { mode = 'sandbox' } = options;
  for (const [name, { mode: needed = mode }] of rows) {
    if (Reflect.get(options, name) !== undefined && needed !== mode)
      throw new TypeError(`${name} needs mode: '${needed}'`);
  }
  if (mode === 'proxy') readUpstream(options.upstream, options.allowHttp);
}
