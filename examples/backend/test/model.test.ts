import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('..', import.meta.url));

test('nothing in the backend knows of the sandbox', () => {
  const files = readdirSync(`${folder}src`);

  expect(files.length).toBeGreaterThan(3);
  for (const file of files)
    expect(readFileSync(`${folder}src/${file}`, 'utf8')).not.toMatch(/sandbox|mock|__oms/i);
});

test('a Node without SQLite is told in one sentence what is needed', () => {
  const args = ['--no-experimental-sqlite', '--import', 'tsx', 'src/main.ts'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });

  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toBe(
    `This backend needs Node 22.13 or newer, for node:sqlite; this is Node ${process.version}.\n`,
  );
});
