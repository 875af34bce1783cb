import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OmsClient } from '@oms-sdk/client';
import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onSources } from '../src/run-example.js';

const count = 10_000;
const main = fileURLToPath(new URL('../../../examples/bulk-import/main.ts', import.meta.url));
const credentials = { apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret' };
let server: MockServer;
let folder: string;

beforeAll(async () => {
  server = await startMockServer({ mode: 'sandbox' });
  folder = mkdtempSync(join(tmpdir(), 'oms-import-'));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

function writeCsv(): string {
  const file = join(folder, 'customers.csv');
  const rows = Array.from(
    { length: count },
    (_, row) => `usr_${row},First${row},Last,person${row}@example.com`,
  );
  writeFileSync(file, ['externalId,firstName,lastName,email', ...rows, ''].join('\n'));
  return file;
}

function startImport(file: string): ChildProcess & { readonly output: () => string } {
  const env = {
    ...process.env,
    ...onSources,
    OMS_API_KEY: credentials.apiKey,
    OMS_API_SECRET: credentials.apiSecret,
    OMS_BASE_URL: server.url,
  };
  const child = spawn(process.execPath, ['--import', 'tsx', main, file, '--concurrency', '20'], { env });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(String(chunk)));
  return Object.assign(child, { output: () => chunks.join('') });
}

const created = () => server.requests.filter(({ operationId }) => operationId === 'createCustomer').length;

test('an import that is killed goes on where it was, and doubles nobody', async () => {
  const file = writeCsv();
  const first = startImport(file);
  await expect.poll(created, { timeout: 60_000 }).toBeGreaterThan(2000);
  first.kill('SIGKILL');
  await once(first, 'exit');

  const second = startImport(file);
  const [exitCode] = await once(second, 'exit');

  expect({ exitCode, output: second.output() }).toEqual({
    exitCode: 0,
    output: `${count} of ${count} customers are imported.\n`,
  });
  const oms = new OmsClient({ ...credentials, baseUrl: server.url, fetch: server.fetch });
  const ids: unknown[] = [];
  for await (const { externalId } of oms.customers.list({ limit: 100 })) ids.push(externalId);
  expect(ids).toHaveLength(count);
  expect(new Set(ids).size).toBe(count);
});

test('the journal of an import names nobody', () => {
  const journal = readFileSync(join(folder, 'customers.csv.journal'), 'utf8');

  expect(journal).toMatch(/^(usr_\d+,cst_\w+\n)+$/);
});
