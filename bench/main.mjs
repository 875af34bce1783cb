// Runs every measurement, each in a process of its own so that none warms up the next; `npm run bench -- loopback` runs one.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const all = ['bundle-size', 'type-cost', 'cold-import', 'own-cost', 'loopback'];
const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? all : all.filter((name) => wanted.includes(name));

console.log(
  `Node ${process.version}, ${process.platform} ${process.arch}. Compare rows of one run, not runs.`,
);
for (const name of chosen) {
  execFileSync(process.execPath, [join(import.meta.dirname, `${name}.mjs`)], { stdio: 'inherit' });
}
