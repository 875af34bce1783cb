import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startCliWith } from './running-cli.js';

/** A folder with a program that stands in for the one that opens pages, and writes down what it is asked for. */
async function openerOf(script: string) {
  const folder = await mkdtemp(join(tmpdir(), 'oms-open-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const program = join(folder, process.platform === 'darwin' ? 'open' : 'xdg-open');
  await writeFile(program, `#!/bin/sh\n${script}\n`);
  await chmod(program, 0o755);
  const opened = () => readFile(join(folder, 'opened'), 'utf8').catch(() => '');
  return {
    environment: { PATH: folder + delimiter + process.env['PATH'], OPENED: join(folder, 'opened') },
    opened,
  };
}

test.skipIf(process.platform === 'win32')('--open has Studio opened, once the server is there', async () => {
  const { environment, opened } = await openerOf(
    'printf "%s|" "$#" "$@" > "$OPENED.new"; mv "$OPENED.new" "$OPENED"',
  );
  const { url, stop } = await startCliWith(environment, '--open');
  await expect.poll(opened, { timeout: 20_000 }).not.toBe('');

  expect(await opened()).toBe(`1|${new URL(url).origin}/|`);
  expect((await stop()).code).toBe(0);
});

test('--open without anything that opens pages starts the server all the same', async () => {
  const { url, stop } = await startCliWith({ PATH: '' }, '--open');

  expect((await fetch(`${url}/__oms/health`)).status).toBe(200);
  expect((await stop()).code).toBe(0);
});
