// What a package brings along when it is installed: its own files and those of all it depends on.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Bytes and number of the packages that these packages of `bench/node_modules` need, themselves included. */
export function installSize(...names) {
  const folders = new Set();
  for (const name of names) collect(join(import.meta.dirname, 'node_modules', name), folders);
  return { bytes: [...folders].reduce((sum, folder) => sum + bytesIn(folder), 0), packages: folders.size };
}

function collect(folder, folders) {
  if (folder === undefined || folders.has(folder)) return;
  folders.add(folder);
  const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(
    readFileSync(join(folder, 'package.json')),
  );
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
    collect(resolve(name, folder), folders);
}

/** Where Node would find a package; undefined when it is optional and not there. */
function resolve(name, folder) {
  const found = join(folder, 'node_modules', name);
  if (existsSync(join(found, 'package.json'))) return found;
  return folder === import.meta.dirname ? undefined : resolve(name, dirname(folder));
}

/** Bytes of all files below a folder, packages inside of it left out. */
export function bytesIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => name !== 'node_modules');
  return entries.reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? bytesIn(path) : statSync(path).size);
  }, 0);
}
