import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root, runExample } from '../src/run-example.js';

test('the error handling knows what to do about each failure', () => {
  const { status, stdout, stderr } = runExample('error-handling');

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(10);
  expect(new Set(lines.map((line) => line.slice(24))).size).toBe(7);
  expect(stdout).not.toContain('It went well after all.');
});

test('a trace has a span for each attempt, and nobody in it', () => {
  const { status, stdout, stderr } = runExample('opentelemetry');

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.match(/"http.response.status_code":\d+/g)).toEqual(
    [503, 201, 200, 404].map((code) => `"http.response.status_code":${code}`),
  );
  expect(stdout).not.toMatch(/Jane|1990|cst_|Bearer|token/);
});

test('four processes share one token', () => {
  const { status, stdout, stderr } = runExample('shared-token');

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/1 token for 8 calls\n$/);
});

test('the check of the API finds nothing wrong with the sandbox', () => {
  const { status, stdout, stderr } = runExample('proxy-check');

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toBe('5 exchanges, 0 contract violations\n');
});

test('a client of thirty lines fails where this one does not, as the page shows', () => {
  const page = readFileSync(`${root}docs/guides/why-not-fetch.md`, 'utf8');
  const { status, stdout, stderr } = runExample('why-not-fetch');

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(page).toContain(`\`\`\`text\n${stdout}\`\`\``);
  expect(page).toContain(readFileSync(`${root}examples/why-not-fetch/naive-client.ts`, 'utf8'));
});

test('the tests of an integration pass, on the packages as built', () => {
  const vitest = `${root}node_modules/vitest/vitest.mjs`;

  const { status, stdout } = spawnSync(
    process.execPath,
    // A limit ends what hangs. It does not measure: a busy machine takes its time.
    [vitest, 'run', '--root', `${root}examples/testing`, '--testTimeout=120000'],
    {
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    },
  );

  expect(stdout).toMatch(/Tests {2}7 passed \(7\)/);
  expect(status).toBe(0);
});
