import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runCli, startCli } from '../cli/running-cli.js';
import { stateFile } from './state-file.js';

test('--state keeps the sandbox over a SIGTERM', async () => {
  const file = stateFile();
  const first = await startCli('sandbox', '--state', file);
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ apiKey: 'sk_sdbx_example', apiSecret: 'example' });
  const token = (await (
    await fetch(`${first.url}/auth/token`, { method: 'POST', headers, body })
  ).json()) as {
    accessToken: string;
  };
  await first.stop();

  const second = await startCli('sandbox', '--state', file);
  const { status } = await fetch(`${second.url}/customers`, {
    headers: { authorization: `Bearer ${token.accessToken}` },
  });
  await second.stop();

  expect(status).toBe(200);
});

test('a state file that cannot be used ends the command with a sentence and exit code 2', async () => {
  const file = stateFile();
  writeFileSync(file, 'shopping list\n');

  const { code, stderr } = await runCli('sandbox', '--port', '0', '--state', file);

  expect(code).toBe(2);
  expect(stderr).toMatch(/^The state file sandbox\.state: it holds no state of oms-mock\..*\n$/);
});
