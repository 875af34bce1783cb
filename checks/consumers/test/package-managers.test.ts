import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { onboarded } from '../harness/onboarded.js';
import { newerNode, runNode } from '../harness/run.js';

interface PackageManager {
  readonly name: string;
  /** Path of its program below `checks`. */
  readonly program: string;
  readonly install: readonly string[];
  /** What stands before a command to run it with the packages. */
  readonly exec: readonly string[];
  readonly node?: string;
}

const npm = {
  install: ['install', '--offline', '--no-audit', '--no-fund'],
  exec: ['exec', '--offline', '--'],
};
const pnpm = { install: ['install', '--offline'], exec: ['exec'] };
const managers: readonly PackageManager[] = [
  { name: 'npm 10', program: 'consumers/node_modules/npm-10/bin/npm-cli.js', ...npm },
  { name: 'npm 11', program: 'consumers/node_modules/npm-11/bin/npm-cli.js', ...npm },
  { name: 'pnpm 10', program: 'consumers/node_modules/pnpm-10/bin/pnpm.cjs', ...pnpm },
  { name: 'pnpm 11', program: 'newest/node_modules/pnpm/bin/pnpm.mjs', ...pnpm, node: newerNode },
  {
    name: 'Yarn Plug’n’Play',
    program: 'consumers/node_modules/@yarnpkg/cli-dist/bin/yarn.js',
    install: ['install'],
    exec: [],
  },
];

const installed = inject('installed');
const checks = fileURLToPath(new URL('../..', import.meta.url));

describe.each(managers)('$name', ({ program, install, exec, node }) => {
  test('installs both packages beside an old Vitest, and ESM, CommonJS and the command run', async () => {
    const folder = mkdtempSync(join(realpathSync(tmpdir()), 'oms-package-manager-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const run = (args: readonly string[]) =>
      runNode(join(checks, program), args, folder, settingsBelow(folder), node);
    writeProject(folder);

    expect(await run(install)).toMatchObject({ status: 0 });
    expect(await run([...exec, 'node', 'javascript-esm/onboarding.js'])).toEqual(onboarded);
    expect(await run([...exec, 'node', 'javascript-cjs/onboarding.js'])).toEqual(onboarded);
    expect(await run([...exec, 'oms-mock', '--version'])).toMatchObject({ status: 0 });
  });
});

/** A project that depends on the tarballs. */
function writeProject(folder: string): void {
  cpSync(join(installed, 'package-manager'), folder, { recursive: true });
  for (const kind of ['javascript-esm', 'javascript-cjs']) {
    cpSync(join(installed, kind), join(folder, kind), { recursive: true });
  }
  const tarball = (name: string) => `file:${join(installed, `oms-sdk-${name}-0.0.0.tgz`)}`;
  const dependencies = {
    '@oms-sdk/client': tarball('client'),
    '@oms-sdk/mock-server': tarball('mock-server'),
    vitest: 'file:./vitest',
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  // For Yarn, the end of the project: it looks for a lockfile of a project above.
  writeFileSync(join(folder, 'yarn.lock'), '');
}

/** Everything a package manager keeps stays below the folder; none asks a registry. */
function settingsBelow(folder: string): Readonly<Record<string, string>> {
  return {
    npm_config_cache: join(folder, '.npm'),
    npm_config_loglevel: 'error',
    npm_config_userconfig: join(folder, '.npmrc'),
    XDG_DATA_HOME: join(folder, '.data'),
    XDG_CACHE_HOME: join(folder, '.cache'),
    YARN_GLOBAL_FOLDER: join(folder, '.yarn-global'),
    YARN_ENABLE_NETWORK: 'false',
    YARN_ENABLE_TELEMETRY: 'false',
    YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
    YARN_NODE_LINKER: 'pnp',
    CI: '1',
  };
}
