// Shows the next release without making it: versions and release notes, made in a copy of the committed state, and what the
// packages of this tree would contain. It needs no network.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newestNotes } from './newest-notes.mjs';

const packages = ['client', 'mock-server'];
const changesets = fileURLToPath(import.meta.resolve('@changesets/cli/bin.js'));
const copy = mkdtempSync(join(tmpdir(), 'oms-release-'));

try {
  run('git', 'clone', '--quiet', '--no-hardlinks', '.', copy);
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'), 'junction');
  execFileSync(process.execPath, [changesets, 'version'], { cwd: copy, stdio: 'inherit' });
  for (const name of packages) showNotes(name);
} finally {
  rmSync(copy, { recursive: true, force: true });
}
for (const name of packages) showContents(name);
if (JSON.parse(readFileSync('package.json', 'utf8')).repository === undefined) {
  console.log('Not ready: "repository" is unset in package.json, and the release fails until it is set.');
}

function showNotes(name) {
  const { version } = JSON.parse(readFileSync(join(copy, 'packages', name, 'package.json'), 'utf8'));
  console.log(`\n@oms-sdk/${name} ${version}\n${newestNotes(copy, name)}\n`);
}

function showContents(name) {
  const pack = run(
    'npm',
    'pack',
    '--dry-run',
    '--ignore-scripts',
    '--json',
    '--loglevel=error',
    '--workspace',
    `@oms-sdk/${name}`,
  );
  const [{ files, size, unpackedSize }] = Object.values(JSON.parse(pack));
  console.log(`@oms-sdk/${name}: ${files.length} files, ${size} bytes packed, ${unpackedSize} unpacked`);
}

function run(command, ...args) {
  return execFileSync(command, args, { encoding: 'utf8', shell: process.platform === 'win32' });
}
