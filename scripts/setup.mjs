// Installs the dependencies when they are missing or older than the lockfile, so every command works on a fresh clone.
import { install } from './install.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.versions.node} is too old: this repository needs Node 20.19 or newer.`);
  process.exit(1);
}

install('.', 'Installing dependencies (npm ci), about 30 seconds the first time …');
