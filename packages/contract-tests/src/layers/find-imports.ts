import { posix } from 'node:path';

/** One import or re-export of a source file. */
export interface Import {
  readonly from: string;
  /** A path below `packages/`, or the name of a package. */
  readonly to: string;
  readonly isTypeOnly: boolean;
}

/** What a file imports: statements, re-exports and `import()`; `from` is its path below `packages/`. */
export function findImports(from: string, text: string): Import[] {
  const statements = /^(?:import|export)\s+(type\s)?(?:[^'";]*\sfrom\s+)?['"]([^'"]+)['"]/gm;
  const calls = /\bimport\(\s*()['"]([^'"]+)['"]/g;
  return [...text.matchAll(statements), ...text.matchAll(calls)].map(([, type, specifier = '']) => ({
    from,
    to: specifier.startsWith('.')
      ? posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts')
      : specifier,
    isTypeOnly: Boolean(type),
  }));
}
