// Runs turbo tasks, after installing what is missing and without telemetry, and ends with a list of all that failed.
// --quiet shows the output of the tasks only on failure.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import './setup.mjs';

const tasks = process.argv.slice(2).filter((argument) => argument !== '--quiet');
const isQuiet = process.argv.includes('--quiet');
const turbo = fileURLToPath(import.meta.resolve('turbo/bin/turbo'));

const root = fileURLToPath(new URL('..', import.meta.url));
const summaries = new URL('../.turbo/runs/', import.meta.url);
rmSync(summaries, { recursive: true, force: true });
mkdirSync(summaries, { recursive: true });

const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [turbo, 'run', '--concurrency=100%', '--continue=dependencies-successful', '--summarize=true', ...tasks],
  {
    cwd: root,
    stdio: isQuiet ? 'pipe' : 'inherit',
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, DO_NOT_TRACK: '1', TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
  },
);
if (isQuiet && status !== 0) console.error(`${stdout}${stderr}`);
if (status !== 0) console.error(failures());
process.exitCode = status ?? 1;

/** The tasks that failed, each with the command that runs it alone. */
function failures() {
  const tasks = readdirSync(summaries).flatMap(
    (file) => JSON.parse(readFileSync(new URL(file, summaries), 'utf8')).tasks,
  );
  const failed = tasks.filter(({ execution }) => execution !== undefined && execution.exitCode !== 0);
  const lines = failed.map(({ task, package: name }) => {
    const command = name === '//' ? `npm run ${task}` : `npm run ${task} -w ${name}`;
    return `  ${command}`;
  });
  return lines.length === 0
    ? 'Turbo failed before any task did.'
    : `\nFailed, to run alone:\n${lines.join('\n')}`;
}
