import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { command } from './running-cli.js';

test.each([
  ['the help', ['--help']],
  ['all codes', ['explain']],
  ['a mistake', ['--nonsense']],
])('a reader that is gone when it prints %s is no crash', async (_, options) => {
  const script = '{ "$0" "$@"; echo "code $?" >&3; } 3>&2 2>&1 | :';
  const child = spawn('sh', ['-c', script, process.execPath, command, ...options]);
  let stderr = '';
  child.stderr.on('data', (part: Buffer) => {
    stderr += part;
  });
  await once(child, 'close');

  expect(stderr).toMatch(/^code [02]\n$/);
});
