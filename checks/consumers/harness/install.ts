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
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { copySharedSources, writeRecipes } from './copy-shared-sources.js';
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
const checks = join(root, 'checks');
const packages = ['@oms-sdk/client', '@oms-sdk/mock-server'];

/** The projects whose files are tried with another major of their tools too. */
const copies = { traced: 'traced-newest', vitest: 'vitest-5', msw: 'msw-newest', next: 'next-14' };

/** The tools of projects that cannot have those of all others: name → where it is installed. */
const ownTools: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  forms: toolsIn('consumers', [
    ...['react-hook-form', '@hookform/resolvers', '@tanstack/form-core', 'hono', '@hono/standard-validator'],
    '@standard-schema/spec',
  ]),
  fetch: toolsIn('consumers', ['node-fetch', 'undici']),
  jsdom: toolsIn('consumers', ['jest-environment-jsdom', 'jest-fetch-mock', 'whatwg-fetch']),
  // In the other projects, openapi-fetch is not installed.
  react: toolsIn('consumers', ['openapi-fetch', 'openapi-react-query', '@tanstack/react-query', 'happy-dom']),
  generated: toolsIn('newest', ['@hey-api', 'openapi-typescript', 'zod']),
  'next-14': toolsIn('oldest', ['next', 'react', 'react-dom']),
  'vitest-3': { vitest: 'consumers/node_modules/vitest-3' },
  'vitest-5': toolsIn('newest', ['vitest']),
  'msw-newest': toolsIn('newest', ['msw']),
  'traced-newest': toolsIn('newest', ['@opentelemetry', 'dd-trace', 'msw', 'newrelic', 'nock']),
};

function toolsIn(folder: string, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, `${folder}/node_modules/${name}`]));
}

/** Packs both packages as `npm publish` would, and installs the tarballs below fresh projects outside the repository. */
export default function install({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'oms-consumers-'));
  cpSync(join(here, 'projects'), folder, { recursive: true });
  copySharedSources(folder);
  writeRecipes(folder);
  for (const [project, copy] of Object.entries(copies)) {
    cpSync(join(folder, project), join(folder, copy), { recursive: true });
  }

  npm(root, 'pack', '--pack-destination', folder, ...packages.flatMap((name) => ['--workspace', name]));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const tarballs = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  npm(folder, 'install', '--offline', '--no-audit', '--no-fund', ...tarballs.map((file) => `./${file}`));
  linkTools(folder);
  for (const [project, tools] of Object.entries(ownTools)) giveOwnTools(join(folder, project), tools);
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
    '@playwright': join(here, 'node_modules/@playwright'),
    '@sentry': join(here, 'node_modules/@sentry'),
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

/** Gives a project tools that the others do not have or have in another version, and copies of both packages that find them. */
function giveOwnTools(project: string, tools: Readonly<Record<string, string>>): void {
  const modules = join(project, 'node_modules');
  cpSync(join(project, '../node_modules/@oms-sdk'), join(modules, '@oms-sdk'), { recursive: true });
  for (const [name, target] of Object.entries(tools)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(checks, target), join(modules, name), 'junction');
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
