// Installs the dependencies when they are missing or older than the lockfile, so every command works on a fresh clone.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.versions.node} is too old: this repository needs Node 20.19 or newer.`);
  process.exit(1);
}

const installed = `${root}node_modules/.package-lock.json`;
const lockfile = `${root}package-lock.json`;
const isFresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs;

if (!isFresh) {
  console.log('Installing dependencies (npm ci), about 30 seconds the first time …');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm ci failed; the lines above say why. Nothing else was started.');
    process.exit(status ?? 1);
  }
}
