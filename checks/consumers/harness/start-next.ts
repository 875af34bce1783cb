import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { consumerEnvironment } from './run.js';

/** A Next.js server that was started by its command. */
export interface StartedNext extends AsyncDisposable {
  readonly url: string;
}

/** Starts what `next build` made of a project on a free port. */
export async function startNext(
  command: string,
  project: string,
  variables: Readonly<Record<string, string>>,
): Promise<StartedNext> {
  const child = spawn(process.execPath, [command, 'start', '--port', '0', '--hostname', '127.0.0.1'], {
    cwd: project,
    env: { ...consumerEnvironment(), ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let url: string | undefined;
  for await (const line of createInterface(child.stdout)) {
    url ??= /Local:\s+(http:\S+)/.exec(line)?.[1];
    if (url !== undefined && line.includes('Ready')) break;
  }
  child.stdout.resume();
  if (url === undefined) throw new Error('next start ended without printing its address.');
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
