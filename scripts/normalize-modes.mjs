// Gives the files of a package the same modes on every machine: they are part of the tarball, and so of its hash.
import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const besideDist = ['package.json', 'README.md', 'LICENSE', 'THIRD-PARTY-LICENSES.txt'];

/** Makes the published files of the package in the working directory 0644, and those named `executables` 0755. */
export function normalizeModes(executables = []) {
  const built = readdirSync('dist', { recursive: true }).map((name) => join('dist', name));
  const files = [...besideDist, ...built].filter((path) => existsSync(path) && statSync(path).isFile());
  for (const file of files) chmodSync(file, 0o644);
  for (const file of executables) chmodSync(file, 0o755);
}
