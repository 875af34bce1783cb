import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** One line of `exports` in a `package.json`. */
export interface EntryPoint {
  /** What an import says, such as `@oms-sdk/client/errors`. */
  readonly specifier: string;
  /** File of its declarations; `undefined` where it is not code. */
  readonly declarations: string | undefined;
}

type Target = string | { readonly [condition: string]: Target };

/** The entry points of the package in a folder, and its name. */
export function readEntryPoints(folder: string): { name: string; entryPoints: EntryPoint[] } {
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  const { name, exports } = JSON.parse(text) as { name: string; exports: Record<string, Target> };
  const entryPoints = Object.entries(exports).map(([entry, target]) => {
    const types = typesOf(target);
    return { specifier: name + entry.slice(1), declarations: types && resolve(folder, types) };
  });
  return { name, entryPoints };
}

function typesOf(target: Target): string | undefined {
  if (typeof target === 'string') return undefined;
  const { types, import: imported = {} } = target;
  return typeof types === 'string' ? types : typesOf(imported);
}
