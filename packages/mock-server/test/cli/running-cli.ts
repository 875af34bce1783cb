import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packageFolder = fileURLToPath(new URL('../..', import.meta.url));
export const command = join(compiledSources(), 'cli.js');

/** Compiles the sources: that starts twice as fast as running them, and is what is published. */
function compiledSources(): string {
  const folder = join(packageFolder, 'node_modules/.cache', `oms-mock-${process.env['VITEST_POOL_ID']}`);
  rmSync(folder, { recursive: true, force: true });
  const script = `import('./build/bundle.mjs').then(({ bundle }) => bundle(${JSON.stringify(folder)}))`;
  execFileSync(process.execPath, ['-e', script], { cwd: packageFolder });
  return folder;
}

/** What a command printed, and its exit code. */
export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that serves until it is stopped. */
export interface RunningCli {
  readonly url: string;
  stop(signal?: NodeJS.Signals): Promise<CliResult>;
}

/** Runs `oms-mock` from its sources until it ends by itself. */
export function runCli(...options: string[]): Promise<CliResult> {
  return ended(start({}, options)).result;
}

/** Starts `oms-mock` on a free port and waits for its first line. */
export function startCli(...options: string[]): Promise<RunningCli> {
  return startCliWith({}, ...options);
}

/** The same with more in its environment. */
export async function startCliWith(
  environment: Readonly<Record<string, string>>,
  ...options: string[]
): Promise<RunningCli> {
  const child = start(environment, [...options, '--port', '0']);
  const { result, printed } = ended(child);
  await Promise.race([once(child.stdout ?? child, 'data'), result]);
  const url = /http:\/\/[^\s"]+/.exec(printed.stdout)?.[0] ?? '';
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    return result;
  };
  return { url, stop };
}

function start(environment: Readonly<Record<string, string>>, options: readonly string[]): ChildProcess {
  return spawn(process.execPath, [command, ...options], {
    cwd: packageFolder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function ended(child: ChildProcess) {
  const printed = { stdout: '', stderr: '' };
  child.stdout?.on('data', (part: Buffer) => {
    printed.stdout += part;
  });
  child.stderr?.on('data', (part: Buffer) => {
    printed.stderr += part;
  });
  const result = once(child, 'close').then(([code]): CliResult => ({ code, ...printed }));
  return { result, printed };
}
