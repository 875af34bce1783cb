import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { firstName, hostileSpec, property } from './hostile-specs.js';
import { brokenSpec, root } from './spec-copy.js';

/** Runs a command as its script in package.json does; `file` is its source below `src/`. */
function run(file: string, ...args: string[]) {
  const cli = fileURLToPath(new URL(`../src/${file}`, import.meta.url));
  return spawnSync(process.execPath, ['--import', 'tsx', cli, ...args], { cwd: root, encoding: 'utf8' });
}

test('generate --check names the stale files and the command that updates them', () => {
  const spec = brokenSpec('openapi.yaml', 'version: 0.9.0', 'version: 0.9.1');
  const { status, stderr } = run('generate/cli.ts', '--check', '--spec', spec);
  expect(status).toBe(1);
  expect(stderr).toContain('packages/client/src/generated/spec.gen.ts');
  expect(stderr).toContain('npm run generate');
});

test.each([
  ['generate', 'generate/cli.ts', ['--check']],
  ['spec:diff', 'spec-diff/cli.ts', []],
  ['spec:coverage', 'spec-coverage/cli.ts', []],
])('%s gives file and line of a broken spec, no stack trace, and exit code 1', (_command, file, args) => {
  const { status, stderr, stdout } = run(file, '--spec', hostileSpec(property('[a]')), ...args);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(new RegExp(`^ {2}schemas/Customer\\.yaml:${firstName}:\\d+ {2}`, 'm'));
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('spec:diff --json gives the most severe severity, and every change', () => {
  const base = join(root, 'openapi/generated/openapi.json');
  const { status, stdout } = run('spec-diff/cli.ts', '--json', '--base', base);

  expect({ status, ...JSON.parse(stdout) }).toEqual({ status: 0, severity: 'none', changes: [] });
});

test('an unknown flag gives the usage and exit code 2', () => {
  const { status, stderr } = run('generate/cli.ts', '--bogus');
  expect(status).toBe(2);
  expect(stderr).toMatch(/Unknown option '--bogus'[\s\S]+Usage:/);
});
