import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { consumerEnvironment } from './run.js';

/** A mock server that was started by its command. */
export interface StartedCommand extends AsyncDisposable {
  readonly url: string;
  /** How many requests it has received. */
  requests(): Promise<number>;
  violations(): Promise<unknown>;
}

/** Starts `npx oms-mock` on a free port, with the command that the installed package brings. */
export async function startCommand(
  installed: string,
  mode: 'mock' | 'sandbox' = 'mock',
): Promise<StartedCommand> {
  const command = `npx --no-install oms-mock ${mode} --port 0 --json`;
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  const options = { cwd: installed, env: consumerEnvironment(), shell: true, detached: true };
  const child = spawn(command, { ...options, stdio: [...stdio] });
  const line = once(createInterface(child.stdout), 'line').then(([text]) => String(text));
  const end = once(child, 'exit').then(([status]) =>
    Promise.reject(new Error(`${command} ended with ${status}`)),
  );
  const { url } = JSON.parse(await Promise.race([line, end])) as { url: string };
  const ask = async (path: string) => (await fetch(`${url}/__oms/${path}`)).json() as Promise<Answers>;
  return {
    url,
    requests: async () => (await ask('requests')).requests.length,
    violations: async () => (await ask('violations')).violations,
    async [Symbol.asyncDispose]() {
      // npx starts the command as a child of its own; the signal is for the whole group.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
      await once(child, 'close');
    },
  };
}

interface Answers {
  readonly requests: readonly unknown[];
  readonly violations: readonly unknown[];
}
