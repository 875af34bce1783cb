import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Folder of the repository. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs the `main.ts` of an example on the sources of the packages, without the variables a developer may have set. */
export function runExample(name: string, ...args: string[]) {
  const node = ['--conditions=@oms-sdk/source', '--import', 'tsx'];
  const settings = Object.entries(process.env).filter(([variable]) => !variable.startsWith('OMS_'));
  return spawnSync(process.execPath, [...node, `${root}examples/${name}/main.ts`, ...args], {
    encoding: 'utf8',
    cwd: root,
    env: Object.fromEntries(settings),
  });
}
