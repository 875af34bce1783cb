import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { expect, onTestFinished, test } from 'vitest';
import { blocksOf } from '../src/markdown-blocks.js';
import { onSources, root } from '../src/run-example.js';

const skill = 'packages/mock-server/skills/oms';
const files = [
  'README.md',
  ...['client', 'mock-server'].map((name) => `packages/${name}/README.md`),
  ...['docs/guides', skill, `${skill}/references`].flatMap((folder) =>
    readdirSync(root + folder)
      .filter((file) => file.endsWith('.md'))
      .map((file) => `${folder}/${file}`),
  ),
];
const blocks = files.flatMap((file) => ['sh', 'console'].flatMap((language) => blocksOf(file, language)));
/** Commands within a sentence. One with a placeholder is none, and a name alone is not meant to be run. */
const inText = files.flatMap((file) => {
  const spans = readFileSync(root + file, 'utf8').matchAll(/`((?:npx oms-mock|oms-mock [a-z]* ?-)[^`<…]*)`/g);
  return [...spans].map(([, command = '']) => command);
});

/** The arguments of every `oms-mock` in the documentation, as a shell reads them. */
function documentedCommands(folder: string): string[][] {
  const [bin, log] = [join(folder, 'bin'), join(folder, 'commands')];
  const note = `#!/bin/sh\n[ "\${0##*/}" = npx ] && shift\nfor arg; do printf '%s\\0' "$arg"; done >>'${log}'\necho >>'${log}'\n`;
  mkdirSync(bin);
  for (const name of ['oms-mock', 'npx']) writeFileSync(join(bin, name), note, { mode: 0o755 });
  const script = [...blocks.filter((block) => /^( *|npx )oms-mock/m.test(block)), ...inText].join('\n');
  const noNpm = 'npm() { :; }\n';
  const { status, stderr } = spawnSync('/bin/sh', ['-eu', '-c', noNpm + script], {
    cwd: folder,
    env: { PATH: bin },
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const lines = new Set(readFileSync(log, 'utf8').trimEnd().split('\n'));
  return [...lines].map((line) => line.split('\0').slice(0, -1));
}

/** Runs the command again and again in one process, which starts slowly; each is stopped once it says that it serves. */
const driver = `
import { readFileSync } from 'node:fs';
const { cli, commands } = JSON.parse(readFileSync(0, 'utf8'));
const results = [];
process.execArgv.length = 0; // with -e in it, commander expects no script
for (const emitter of [process, process.stdout, process.stderr]) emitter.setMaxListeners(0);
const write = process.stdout.write.bind(process.stdout);
for (const [index, args] of commands.entries()) {
  const printed = [];
  process.stdout.write = process.stderr.write = (text) => {
    printed.push(String(text));
    setImmediate(() => process.emit('SIGTERM'));
    return true;
  };
  process.exitCode = 0;
  process.argv = [process.execPath, 'oms-mock', ...args];
  await import(cli + '?' + index);
  results.push({ args, code: process.exitCode, printed: printed.join('') });
}
process.exitCode = 0;
write(JSON.stringify(results));
`;

/** Adds where a command finds its server, or a free port. */
function placed(args: readonly string[], server: MockServer): string[] {
  const [name = ''] = args;
  if (['trigger', 'listen'].includes(name)) return [...args, '--url', new URL(server.url).origin];
  return ['explain', 'init'].includes(name) ? [...args] : [...args, '--port', '0'];
}

test('every command of the documentation starts, or does what it says', async () => {
  await using server = await startMockServer();
  const folder = mkdtempSync(join(tmpdir(), 'oms-commands-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const commands = documentedCommands(folder).map((args) => placed(args, server));

  const results = await runAll(commands, folder);

  expect(commands.length).toBeGreaterThan(12);
  expect(results.filter(({ code }) => code !== 0)).toEqual([]);
  expect(results.filter(({ printed }) => printed === '')).toEqual([]);
});

test('every script of the documentation is one of this repository', () => {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: object };
  const named = [
    'AGENTS.md',
    'CONTRIBUTING.md',
    'examples/README.md',
    'examples/backend/README.md',
    'examples/onboarding-app/README.md',
    ...files,
  ]
    .flatMap((file) => [
      ...readFileSync(root + file, 'utf8').matchAll(/npm run ([a-z][\w:-]*)(?![\w:-]| -w)/g),
    ])
    .map(([, name = '']) => name);

  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

interface Result {
  readonly args: readonly string[];
  readonly code: number;
  readonly printed: string;
}

async function runAll(commands: readonly string[][], cwd: string): Promise<Result[]> {
  const cli = pathToFileURL(`${root}packages/mock-server/src/cli.ts`).href;
  const child = spawn(process.execPath, ['--import', tsx, '--input-type=module', '-e', driver], {
    cwd,
    env: { ...process.env, ...onSources },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify({ cli, commands }));
  const [parts] = await Promise.all([child.stdout.toArray(), once(child, 'close')]);
  return JSON.parse(parts.join('')) as Result[];
}

/** From any folder. */
const tsx = import.meta.resolve('tsx');
