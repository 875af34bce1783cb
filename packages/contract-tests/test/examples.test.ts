import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { specFile } from '../src/spec.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

function runExample(name: string, ...args: string[]) {
  const node = ['--conditions=@oms-sdk/source', '--import', 'tsx'];
  return spawnSync(process.execPath, [...node, `${root}examples/${name}/main.ts`, ...args], {
    encoding: 'utf8',
    cwd: root,
  });
}

/** The bundled spec in which a wallet calls itself otherwise, in a file that is removed when the test ends. */
function changedSpec(): string {
  const folder = mkdtempSync(join(tmpdir(), 'oms-examples-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const spec = JSON.parse(readFileSync(specFile, 'utf8'));
  spec.components.schemas.Wallet.properties.object.enum = ['purse'];
  writeFileSync(join(folder, 'openapi.json'), JSON.stringify(spec));
  return join(folder, 'openapi.json');
}

describe('the onboarding example', () => {
  test('walks the whole guide and keeps the contract', () => {
    const { status, stdout, stderr } = runExample('onboarding');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(
      /✓ 10 requests, 0 contract violations: cst_\w+ → .*ACTIVE.* → 0x\w+ → inactive\n$/,
    );
  });

  test('shows no identity data', () => {
    const { stdout } = runExample('onboarding');
    for (const secret of [
      '1990-05-15',
      'X0000000',
      '123 Main St',
      'example-api-secret',
      'alice@example.com',
    ]) {
      expect(stdout).not.toContain(secret);
    }
  });

  test('fails when an answer breaks the contract', () => {
    const { status, stdout } = runExample('onboarding', '--spec', changedSpec());
    expect(status).toBe(1);
    expect(stdout).toContain('✗ response.body.enum at body.object');
    expect(stdout).toMatch(/✗ \d+ requests, 1 contract violation: /);
  });
});

describe('the quickstart', () => {
  test('runs against the mock server', () => {
    const { status, stdout, stderr } = runExample('quickstart');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Alice receives usdc at 0x\w+\n$/);
  });

  test('is what the README shows', () => {
    const code = readFileSync(`${root}examples/quickstart/main.ts`, 'utf8');
    expect(readFileSync(`${root}README.md`, 'utf8')).toContain(`\`\`\`ts\n${code}\`\`\``);
  });
});
