import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { copySharedSources } from './copy-shared-sources.js';
import { consumerEnvironment } from './run.js';
import { writeEntryPoints } from './write-entry-points.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder with the consumer projects, and above them `node_modules` with both packages as published. */
    readonly installed: string;
  }
}

const here = fileURLToPath(new URL('..', import.meta.url));
const root = join(here, '../..');
const packages = ['@oms-sdk/client', '@oms-sdk/mock-server'];

/** Packs both packages as `npm publish` would, and installs the tarballs below fresh projects outside the repository. */
export default function install({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'oms-consumers-'));
  cpSync(join(here, 'projects'), folder, { recursive: true });
  copySharedSources(folder);

  npm(root, 'pack', '--pack-destination', folder, ...packages.flatMap((name) => ['--workspace', name]));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const tarballs = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  npm(folder, 'install', '--offline', '--no-audit', '--no-fund', ...tarballs.map((file) => `./${file}`));
  linkTools(folder);
  addOpenapiFetch(folder);
  writeEntryPoints(folder);
  provide('installed', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Lets the projects import what they would have installed beside the packages. */
function linkTools(folder: string): void {
  const tools = {
    '@types': join(here, 'node_modules/@types'),
    '@opentelemetry': join(here, 'node_modules/@opentelemetry'),
    'dd-trace': join(here, 'node_modules/dd-trace'),
    'elastic-apm-node': join(here, 'node_modules/elastic-apm-node'),
    msw: join(here, 'node_modules/msw'),
    next: join(here, 'node_modules/next'),
    nock: join(here, 'node_modules/nock'),
    react: join(here, 'node_modules/react'),
    'react-dom': join(here, 'node_modules/react-dom'),
    typescript: join(here, 'node_modules/typescript-5.9'),
    // The one that runs these tests: two copies in one run would not know each other.
    vitest: join(root, 'node_modules/vitest'),
  };
  for (const [name, target] of Object.entries(tools)) {
    symlinkSync(target, join(folder, 'node_modules', name), 'junction');
  }
}

/**
 * Gives the project `react` what an application with openapi-react-query has, and both packages beside it: in the other
 * projects, openapi-fetch is not installed.
 */
function addOpenapiFetch(folder: string): void {
  const modules = join(folder, 'react/node_modules');
  cpSync(join(folder, 'node_modules/@oms-sdk'), join(modules, '@oms-sdk'), { recursive: true });
  mkdirSync(join(modules, '@tanstack'));
  for (const name of ['openapi-fetch', 'openapi-react-query', '@tanstack/react-query', 'happy-dom']) {
    symlinkSync(join(here, 'node_modules', name), join(modules, name), 'junction');
  }
}

function npm(cwd: string, ...args: string[]): void {
  const shell = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd,
    shell,
    encoding: 'utf8',
    env: consumerEnvironment(),
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed\n${stdout}${stderr}`);
}
