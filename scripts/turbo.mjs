// Runs turbo tasks, after installing what is missing and without telemetry; --quiet shows their output only on failure.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import './setup.mjs';

const tasks = process.argv.slice(2).filter((argument) => argument !== '--quiet');
const isQuiet = process.argv.includes('--quiet');
const turbo = fileURLToPath(import.meta.resolve('turbo/bin/turbo'));

const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [turbo, 'run', '--concurrency=100%', ...tasks],
  {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: isQuiet ? 'pipe' : 'inherit',
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, DO_NOT_TRACK: '1', TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
  },
);
if (isQuiet && status !== 0) console.error(`${stdout}${stderr}`);
process.exitCode = status ?? 1;
