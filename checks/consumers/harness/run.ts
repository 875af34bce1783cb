import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import nodeVersions from '../../../node-versions.json' with { type: 'json' };

/** The exit status of a program, and everything it printed. */
export interface Ending {
  readonly status: number | null;
  readonly output: string;
}

const runtimes = new URL('../../runtimes/node_modules/', import.meta.url);

/** The Node of `checks/runtimes` for tools that refuse this one. */
export const newerNode: string = fileURLToPath(new URL(`node-${nodeVersions.release}/bin/node`, runtimes));

/** Runs a script as a consumer would: without the settings of the test runner. */
export function runNode(
  script: string,
  args: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string>> = {},
  node = process.execPath,
): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const env = { ...consumerEnvironment(), ...variables };
    const child = spawn(node, [script, ...args], { cwd, env });
    let output = '';
    const listen = (text: Buffer) => {
      output += text;
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output: shorten(output) }));
  });
}

/** A crash shows its line of code, which is very long in a bundle. */
function shorten(output: string): string {
  return output.replace(/^(.{300}).+$/gm, '$1 …');
}

/** The environment without what could affect the result: settings of the test runner and of npm, and credentials. */
export function consumerEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:NODE_|VITEST|OMS_|npm_)/.test(name));
  return { ...Object.fromEntries(kept), NODE_NO_WARNINGS: '1' };
}
