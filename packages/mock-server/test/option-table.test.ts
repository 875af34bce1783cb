import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { optionTable } from '../src/option-table.js';

const source = readFileSync(new URL('../src/options.ts', import.meta.url), 'utf8');
/** A default as it stands in TypeScript. */
function shown(value: unknown): string {
  if (typeof value === 'object') return inspect(value);
  return typeof value === 'string' ? `'${value}'` : String(value);
}

const rows = Object.entries(optionTable).map(([name, row]) => {
  const value: unknown = 'default' in row ? row.default : undefined;
  return [name, value === undefined || Array.isArray(value) ? undefined : shown(value)] as const;
});

test.each(rows)('the doc comment states the default of %s', (name, value) => {
  const comment =
    new RegExp(`/\\*\\*((?:(?!/\\*\\*)[^])*?)\\*/\\s+readonly ${name}\\?:`).exec(source)?.[1] ?? '';
  const [, stated = 'none'] = /@default (.+)/.exec(comment) ?? [];

  if (value === undefined) expect(stated).toMatch(/^(?:none|nothing|no |the |a |each )/);
  else expect(stated).toBe(value);
});
