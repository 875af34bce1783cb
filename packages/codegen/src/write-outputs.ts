import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Paths whose file is missing or differs from what the spec gives now. */
export function findStale(root: string, outputs: ReadonlyMap<string, string>): string[] {
  return [...outputs].filter(([path, content]) => read(join(root, path)) !== content).map(([path]) => path);
}

/**
 * Writes the files that changed and returns their paths. All contents are on disk under temporary names before the
 * first file is replaced, so a full disk or a crash leaves the old files whole.
 */
export function writeOutputs(root: string, outputs: ReadonlyMap<string, string>): string[] {
  const stale = findStale(root, outputs);
  const temporary = (path: string) => join(root, `${path}.tmp-${process.pid}`);
  try {
    for (const path of stale) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(temporary(path), outputs.get(path) ?? '');
    }
    for (const path of stale) renameSync(temporary(path), join(root, path));
  } finally {
    for (const path of stale) rmSync(temporary(path), { force: true });
  }
  return stale;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
