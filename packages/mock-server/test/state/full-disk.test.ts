import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startMockServer } from '@oms-sdk/mock-server';
import { expect, test } from 'vitest';
import { command } from '../cli/running-cli.js';
import { stateFile } from './state-file.js';

/** A sandbox whose files may not grow beyond 32 kB, and a way to create customers in it. */
async function limitedServer(...options: string[]) {
  const script = 'ulimit -f 64; exec "$0" "$@"';
  const child = spawn('sh', [
    '-c',
    script,
    process.execPath,
    command,
    ...options,
    '--port',
    '0',
    '--quiet',
    '--log',
    'none',
  ]);
  let stderr = '';
  child.stderr.on('data', (part: Buffer) => {
    stderr += part;
  });
  const [line] = await once(child.stdout, 'data');
  const url = String(line).trim();
  const post = (path: string, body: object, token = '') =>
    fetch(url + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify(body),
    });
  const { accessToken, token } = await (
    await post('/auth/token', { apiKey: 'sk_sdbx_1', apiSecret: 's' })
  ).json();
  const create = () => post('/customers', { type: 'individual', firstName: 'Jane' }, accessToken ?? token);
  const stop = async () => {
    const ended = once(child, 'close');
    child.kill('SIGTERM');
    return { code: (await ended)[0], stderr };
  };
  return { create, stop };
}

test('a full disk is told in one sentence, and what was acknowledged is kept', async () => {
  const state = stateFile();
  const { create, stop } = await limitedServer('--state', state);
  const acknowledged: string[] = [];
  let failures = 0;
  while (failures < 3) {
    const response = await create();
    const { id } = (await response.json()) as { id: string };
    if (response.status === 201) acknowledged.push(id);
    else failures += 1;
  }
  const { code, stderr } = await stop();
  const told = stderr.split('\n').filter((line) => line.includes('it may grow no more'));

  expect(acknowledged.length).toBeGreaterThan(5);
  expect(code).toBe(2);
  expect(stderr).not.toMatch(/^ {4}at /m);
  expect(told.length).toBeLessThanOrEqual(2);
  await using kept = await startMockServer({ state, listen: false });
  const post = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const body = JSON.stringify({ apiKey: 'sk_sdbx_1', apiSecret: 's' });
  const { accessToken, token } = await (await kept.fetch(`${kept.url}/auth/token`, { ...post, body })).json();
  for (const id of acknowledged) {
    const headers = { authorization: `Bearer ${accessToken ?? token}` };
    expect((await kept.fetch(`${kept.url}/customers/${id}`, { headers })).status).toBe(200);
  }
});

test('a report that breaks off is told in one sentence, and the server goes on', async () => {
  const { create, stop } = await limitedServer('--report', stateFile());
  for (let count = 0; count < 400; count += 1) expect((await create()).status).toBe(201);
  const { code, stderr } = await stop();

  expect(code).toBe(0);
  expect(stderr.match(/The report ends here: .+\./g)).toHaveLength(1);
});
