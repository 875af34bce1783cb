// Publishes only the declarations that a consumer can reach, so that no type of a compiled-in package is needed.
import { cpSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Packages whose types a consumer has when needing them. */
const peers = ['vitest'];

/** Copies a declaration file and all it leads to. Throws when one of them needs a package that is no peer. */
export function copyReachable(file, from, to, copied = new Set()) {
  if (copied.has(file)) return;
  copied.add(file);
  cpSync(join(from, file), join(to, file));
  for (const [, specifier] of readFileSync(join(from, file), 'utf8').matchAll(
    /(?:from|import\()\s*['"]([^'"]+)['"]/g,
  )) {
    if (peers.includes(specifier)) continue;
    if (!specifier.startsWith('.')) throw new Error(`${file} needs ${specifier}`);
    copyReachable(join(dirname(file), specifier.replace(/\.js$/, '.d.ts')), from, to, copied);
  }
}
