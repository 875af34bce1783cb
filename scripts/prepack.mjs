// Builds a package before npm packs it, unless what is built is current, so that a fresh clone makes a whole tarball.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const [name] = process.argv.slice(2);
const turbo = fileURLToPath(new URL('turbo.mjs', import.meta.url));
const { status } = spawnSync(process.execPath, [turbo, '--quiet', 'build', `--filter=${name}`], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
