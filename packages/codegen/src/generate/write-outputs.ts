import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { watch } from 'chokidar';
import { referenceFolder } from '../reference/reference-pages.js';

/** Written from the tables of the mock server by `packages/mock-server/build/reference.ts`. */
const pagesOfMockServer = ['violation-codes.md', 'faults.md', 'dialects.md', 'mock-server.md'].map(
  (file) => `${referenceFolder}/${file}`,
);

/** Paths whose file is missing, differs from what the spec generates now, or is left over from an operation that is gone. */
export function findStale(root: string, outputs: ReadonlyMap<string, string>): string[] {
  return [...findChanged(root, outputs), ...findLeftOver(root, outputs)];
}

function findChanged(root: string, outputs: ReadonlyMap<string, string>): string[] {
  return [...outputs].filter(([path, content]) => read(join(root, path)) !== content).map(([path]) => path);
}

function findLeftOver(root: string, outputs: ReadonlyMap<string, string>): string[] {
  const folder = join(root, referenceFolder);
  const files = existsSync(folder) ? readdirSync(folder).map((file) => `${referenceFolder}/${file}`) : [];
  return files.filter((file) => !outputs.has(file) && !pagesOfMockServer.includes(file));
}

/**
 * Writes the files that changed, removes those left over, and returns their paths. All contents are on disk under temporary names before the
 * first file is replaced, so a full disk or a crash leaves the old files whole. When a file cannot be replaced, those
 * before it get their old content back.
 */
export function writeOutputs(root: string, outputs: ReadonlyMap<string, string>): string[] {
  const stale = findChanged(root, outputs);
  const leftOver = findLeftOver(root, outputs);
  const temporary = (path: string) => join(root, `${path}.tmp-${process.pid}`);
  try {
    for (const path of stale) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(temporary(path), outputs.get(path) ?? '');
    }
    replaceAll(root, stale, temporary);
  } finally {
    for (const path of stale) rmSync(temporary(path), { force: true });
  }
  for (const path of leftOver) rmSync(join(root, path));
  return [...stale, ...leftOver];
}

function replaceAll(root: string, paths: readonly string[], temporary: (path: string) => string): void {
  const before = new Map<string, string | undefined>();
  try {
    for (const path of paths) {
      const old = read(join(root, path));
      renameSync(temporary(path), join(root, path));
      before.set(path, old);
    }
  } catch (error) {
    for (const [path, old] of before) {
      if (old === undefined) rmSync(join(root, path));
      else writeFileSync(join(root, path), old);
    }
    throw error;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Waits this long after a change, because an editor writes several files, or one file several times. */
const settleMs = 50;

/**
 * Runs `work` after every change below `folder`, one run at a time. Resolves, once it is watching, to a function that
 * stops.
 */
export async function watchSpec(folder: string, work: () => Promise<void>): Promise<() => Promise<void>> {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(work);
    }, settleMs);
  };
  const watcher = watch(folder, {
    ignored: /[\\/](node_modules|\.turbo|generated|released)([\\/]|$)/,
    ignoreInitial: true,
  });
  watcher.on('all', schedule);
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
    await running;
  };
}
