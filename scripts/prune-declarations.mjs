// Leaves only the declarations that a consumer can reach, so that no type of a compiled-in package is published.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Deletes the declarations in a folder that none of its entry points leads to, and returns the paths of the others. Throws
 * when one of those needs a package that is not among `peers`: a consumer does not have it.
 */
export function pruneDeclarations(folder, entryPoints, peers = []) {
  const reached = new Set(entryPoints.map((name) => join(folder, `${name}.d.ts`)));
  // A set that grows while it is iterated over yields what was added.
  for (const file of reached) for (const path of importsIn(file, peers)) reached.add(path);
  const all = readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
  for (const file of all) if (file.endsWith('.d.ts') && !reached.has(file)) rmSync(file);
  return [...reached];
}

function importsIn(file, peers) {
  const imports = readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g);
  return [...imports].flatMap(([, specifier]) => {
    if (peers.includes(specifier)) return [];
    if (!specifier.startsWith('.'))
      throw new Error(`${file} needs ${specifier}, which a consumer does not have.`);
    return [join(dirname(file), specifier.replace(/\.js$/, '.d.ts'))];
  });
}
