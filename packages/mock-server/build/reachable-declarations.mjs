// Publishes only the declarations that a consumer can reach, so that no type of a compiled-in package is needed.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Removes every declaration file that the entry does not lead to. Throws when one of the others needs a package. */
export function keepReachable(entry) {
  const reachable = new Set();
  visit(normalize(entry), reachable);
  for (const file of readdirSync(dirname(entry), { recursive: true })) {
    const path = join(dirname(entry), file);
    if (path.endsWith('.d.ts') && !reachable.has(path)) rmSync(path);
  }
}

function visit(file, reachable) {
  if (reachable.has(file)) return;
  reachable.add(file);
  for (const [, specifier] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g)) {
    if (!specifier.startsWith('.')) throw new Error(`${file} leaks ${specifier}`);
    visit(join(dirname(file), specifier.replace(/\.js$/, '.d.ts')), reachable);
  }
}
