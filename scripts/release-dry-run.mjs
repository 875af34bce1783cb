// Shows the next release without making it: versions and release notes, made in a copy of the committed state, and what the
// packages of this tree would contain. It needs no network.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

function showNotes(name) {
  const { version } = JSON.parse(readFileSync(join(copy, 'packages', name, 'package.json'), 'utf8'));
  const changelog = readFileSync(join(copy, 'packages', name, 'CHANGELOG.md'), 'utf8');
  const [, newest = ''] = changelog.split(/^## .*$/m);
  console.log(`\n@oms-sdk/${name} ${version}\n${newest.trim()}\n`);
}

function showContents(name) {
  const pack = run(
    'npm',
    'pack',
    '--dry-run',
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
