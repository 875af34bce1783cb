import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { brokenSpec, root } from './spec-copy.js';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

function generate(...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', cli, ...args], { cwd: root, encoding: 'utf8' });
}

describe('generate --check', () => {
  test('passes on the committed files', () => {
    const { status, stdout } = generate('--check');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^\d+ generated files are up to date\.\n$/),
    });
  });

  test('names the stale files and the command that mends them', () => {
    const { status, stderr } = generate(
      '--check',
      '--spec',
      brokenSpec('openapi.yaml', 'version: 0.9.0', 'version: 0.9.1'),
    );
    expect(status).toBe(1);
    expect(stderr).toContain('packages/client/src/generated/spec.gen.ts');
    expect(stderr).toContain('npm run generate');
  });
});

test('a broken spec gives file and line, no stack trace, and exit code 1', () => {
  const { status, stderr } = generate(
    '--spec',
    brokenSpec('openapi.yaml', 'paths/wallet.yaml', 'paths/nowhere.yaml'),
  );
  expect(status).toBe(1);
  expect(stderr).toMatch(/openapi\.yaml:\d+:\d+ {2}/);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('an unknown flag gives the usage and exit code 2', () => {
  const { status, stderr } = generate('--bogus');
  expect(status).toBe(2);
  expect(stderr).toMatch(/Unknown option '--bogus'[\s\S]+Usage:/);
});
