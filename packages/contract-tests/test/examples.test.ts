import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { root, runExample } from '../src/run-example.js';
import { specFile } from '../src/spec.js';

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
  const { status, stdout, stderr } = runExample('onboarding');

  test('walks the whole guide and matches the contract', () => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(
      /✓ \d+ requests, 1 hit by a fault, 0 contract violations: cst_\w+ → .*ACTIVE.* → 0x\w+ → inactive\n$/,
    );
  });

  test('prints what its recording in the README shows', () => {
    const recording = [`${root}scripts/demo-recording.mjs`, '--check'];
    const checked = spawnSync(process.execPath, recording, { input: stdout, encoding: 'utf8' });
    expect(checked).toMatchObject({ status: 0, stderr: '' });
  });

  test('shows no identity data', () => {
    const secrets = ['1990-05-15', 'X0000000', '123 Main St', 'example-api-secret', 'alice@example.com'];
    expect(stdout).toContain('cst_');
    for (const secret of secrets) expect(stdout).not.toContain(secret);
  });

  test('fails when an answer breaks the contract', () => {
    const { status, stdout } = runExample('onboarding', '--spec', changedSpec());
    expect(status).toBe(1);
    expect(stdout).toContain('✗ response.body.enum at body.object');
    expect(stdout).toMatch(/✗ \d+ requests, 1 hit by a fault, \d contract violations: /);
  });
});

describe('the quickstart', () => {
  test('runs against the mock server', () => {
    const { status, stdout, stderr } = runExample('quickstart');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Alice receives usdc at 0x\w+\n$/);
  });

  test.each(['README.md', 'docs/README.md'])('is what %s shows', (page) => {
    const code = readFileSync(`${root}examples/quickstart/main.ts`, 'utf8');
    expect(readFileSync(`${root}${page}`, 'utf8')).toContain(`\`\`\`ts\n${code}\`\`\``);
  });
});
