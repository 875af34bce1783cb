import { spawn, spawnSync } from 'node:child_process';

/** What a program printed, and how it ended. */
interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where a program runs. */
interface Place {
  readonly cwd: string;
  readonly serverUrl: string;
  /** Further variables of its environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What every program exchanges for a token. */
export const credentials = { OMS_API_KEY: 'sk_sdbx_example', OMS_API_SECRET: 'example-api-secret' };

/** Runs a program beside a mock server of this process, which `spawnSync` would keep from responding. */
export function runProgram(
  command: string,
  args: readonly string[],
  { cwd, serverUrl, env }: Place,
): Promise<Ended> {
  const variables = { ...credentials, OMS_BASE_URL: serverUrl, PYTHONDONTWRITEBYTECODE: '1' };
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...variables, ...env } });
    const parts = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (parts.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (parts.stderr += text));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...parts }));
  });
}

/** Whether a program is installed and works: some are there as a name alone. */
export function isInstalled(command: string, versionFlag: string): boolean {
  return spawnSync(command, [versionFlag]).status === 0;
}
