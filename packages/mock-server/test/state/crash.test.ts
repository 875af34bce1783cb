import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { stateFile } from './state-file.js';

const rounds = 5;
const createsInRound = 120;
const clients = 20;

const packageFolder = fileURLToPath(new URL('../..', import.meta.url));
const built = mkdtempSync(join(packageFolder, 'node_modules/.cache-state-'));
afterAll(() => rmSync(built, { recursive: true }));
execFileSync(
  process.execPath,
  ['-e', `import('./build/bundle.mjs').then(({ bundle }) => bundle(${JSON.stringify(built)}))`],
  {
    cwd: packageFolder,
  },
);

/** A server in a process of its own. */
async function startServer(state: string): Promise<{ child: ChildProcess; url: string }> {
  const code = `import { startMockServer } from ${JSON.stringify(`file://${built}/index.js`)};
    const { url } = await startMockServer({ mode: 'sandbox', state: ${JSON.stringify(state)} });
    console.log(url);
    process.once('SIGTERM', () => process.exit());`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  return { child, url: String(line).trim() };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function post(url: string, path: string, body: object, headers: Record<string, string>) {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
  const response = await fetch(url + path, init);
  const json = (await response.json()) as Record<string, unknown>;
  if (response.status >= 400) throw new Error(`${response.status} for ${path}`);
  return json;
}

test('nothing that was acknowledged is lost or doubled over five crashes', async () => {
  const state = stateFile();
  const acknowledged = new Map<string, unknown>();
  const sent = new Map<string, object>();
  let authorization = '';

  for (let round = 0; round < rounds; round += 1) {
    const { child, url } = await startServer(state);
    authorization ||= `Bearer ${(await post(url, '/auth/token', { apiKey: 'sk_sdbx_a', apiSecret: 'a' }, {}))['accessToken']}`;
    let [next, done] = [0, 0];
    const client = async () => {
      for (;;) {
        next += 1;
        const key = `round-${round}-${next}`;
        const body = { type: 'individual', externalId: key, birthDate: '1990-05-15' };
        sent.set(key, body);
        acknowledged.set(key, await post(url, '/customers', body, { authorization, 'idempotency-key': key }));
        done += 1;
        // In the middle of the others' writes.
        if (done === createsInRound) void kill(child);
      }
    };
    await Promise.allSettled(Array.from({ length: clients }, client));
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }

  const { child, url } = await startServer(state);
  const entries = [...sent];
  const repeat = async () => {
    for (let entry = entries.pop(); entry !== undefined; entry = entries.pop()) {
      const [key, body] = entry;
      const repeated = await post(url, '/customers', body, { authorization, 'idempotency-key': key });
      if (acknowledged.has(key)) expect(repeated).toEqual(acknowledged.get(key));
    }
  };
  await Promise.all(Array.from({ length: clients }, repeat));
  const found = new Map<string, number>();
  for (let cursor: string | null = ''; cursor !== null; ) {
    const from = cursor === '' ? '' : `&cursor=${cursor}`;
    const response = await fetch(`${url}/customers?limit=100${from}`, { headers: { authorization } });
    const page = (await response.json()) as { data: { externalId: string }[]; cursor: string | null };
    for (const { externalId } of page.data) found.set(externalId, (found.get(externalId) ?? 0) + 1);
    cursor = page.cursor;
  }
  await kill(child);

  expect(acknowledged.size).toBeGreaterThanOrEqual(rounds * createsInRound);
  expect([...sent.keys()].filter((key) => found.get(key) !== 1)).toEqual([]);
}, 120_000);
