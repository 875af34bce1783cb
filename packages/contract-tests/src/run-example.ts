import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Folder of the repository. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Lets tsx find the packages in their sources: the variables of a process that runs with it. */
export const onSources = { TSX_TSCONFIG_PATH: `${root}tsconfig.base.json` };

/** Runs the `main.ts` of an example on the sources of the packages, without the variables a developer may have set. */
export function runExample(name: string, ...args: string[]) {
  const settings = Object.entries(process.env).filter(([variable]) => !variable.startsWith('OMS_'));
  return spawnSync(process.execPath, ['--import', 'tsx', `${root}examples/${name}/main.ts`, ...args], {
    encoding: 'utf8',
    cwd: root,
    env: { ...Object.fromEntries(settings), ...onSources },
  });
}
