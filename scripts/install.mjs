// Installs the dependencies of folders: `node scripts/install.mjs checks/consumers checks/runtimes`.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs `npm ci` in a folder of the repository unless what is there is as new as the lockfile; ends the process when it fails. */
export function install(folder, message) {
  const lockfile = join(root, folder, 'package-lock.json');
  const installed = join(root, folder, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs) return;
  if (message !== undefined) console.log(message);
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
    cwd: join(root, folder),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(`npm ci failed in ${join(root, folder)}; the lines above say why. Nothing else was started.`);
  process.exit(status ?? 1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const folder of process.argv.slice(2)) install(folder);
}
