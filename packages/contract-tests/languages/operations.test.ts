import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { OmsClient } from '@oms-sdk/client';
import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { people } from '@oms-sdk/mock-server/people';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Operation } from '../../codegen/src/model/spec-model.js';
import { exampleIds, type KnownIds } from '../src/calls.js';
import { blocksOf } from '../src/markdown-blocks.js';
import { root } from '../src/run-example.js';
import { listOperations, readSpec } from '../src/spec.js';
import { credentials, runProgram } from './run-program.js';

const reference = `${root}docs/reference`;
const isDelete = ({ method }: Operation) => Number(method === 'DELETE');
/** What is deleted is of no use to the others, which come before. */
const operations = [...listOperations(readSpec())].sort((one, other) => isDelete(one) - isDelete(other));
/** The page of an operation names it in its fifth line. */
const pages = new Map(
  readdirSync(reference).map((file) => {
    const [, , , , name = ''] = readFileSync(join(reference, file), 'utf8').split('\n');
    return [name, `docs/reference/${file}`];
  }),
);
const programsOf = ({ name }: Operation, language: string) =>
  blocksOf(pages.get(`\`${name}\``) ?? '', language);

const seedData = {
  customers: [{ ...people.complete, wallets: [{ asset: 'usdc', chain: 'polygon' }] }],
  webhookEndpoints: [{ url: 'https://app.example.com/oms/webhooks', secret: 'whsec_example' }],
};

let server: MockServer;
let folder = '';
let accessToken = '';
beforeAll(async () => {
  server = await startMockServer();
  // Within the package, so that imports lead to the sources; type checks pass a name with a dot by.
  folder = mkdtempSync(fileURLToPath(new URL('.operations-', import.meta.url)));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

/** Begins anew with the resources that the programs are about. */
async function seed(): Promise<KnownIds> {
  server.reset();
  const { customerIds, webhookEndpointIds } = server.sandbox.seed(seedData);
  const [customerId = ''] = customerIds;
  const [webhookId = ''] = webhookEndpointIds;
  const { OMS_API_KEY: apiKey, OMS_API_SECRET: apiSecret } = credentials;
  const oms = new OmsClient({ apiKey, apiSecret, baseUrl: server.url });
  ({ accessToken } = await oms.auth.createToken({ apiKey, apiSecret }));
  const { wallets = [] } = await oms.customers.get(customerId);
  return { customerId, walletId: wallets[0]?.id ?? '', webhookId };
}

/** A program about the resources of the sandbox instead of those of the named examples. */
function aboutKnown(program: string, { customerId, walletId, webhookId }: KnownIds): string {
  return program
    .replaceAll(exampleIds.customerId, customerId)
    .replaceAll(exampleIds.walletId, walletId)
    .replaceAll(exampleIds.webhookId, webhookId);
}

async function importAll(files: readonly string[]): Promise<string> {
  for (const [name, value] of Object.entries({ ...credentials, OMS_BASE_URL: server.url }))
    vi.stubEnv(name, value);
  const log = vi.spyOn(console, 'log').mockReturnValue();
  for (const file of files) await import(pathToFileURL(join(folder, file)).href);
  const printed = log.mock.calls.map((parts) => parts.join(' ')).join('\n');
  log.mockRestore();
  vi.unstubAllEnvs();
  return printed;
}

/** Runs the files one after the other: in one process of an interpreter, which starts slowly. Each write has its key. */
const inShell = (files: readonly string[]) =>
  run('sh', [
    '-c',
    'for file; do OMS_IDEMPOTENCY_KEY="$file" sh -u "$file" || echo "$file failed" >&2; done',
    'sh',
    ...files,
  ]);
const inPython = (files: readonly string[]) =>
  run('python3', ['-c', 'import runpy, sys\nfor file in sys.argv[1:]: runpy.run_path(file)', ...files]);

async function run(command: string, args: readonly string[]): Promise<string> {
  const env = { OMS_ACCESS_TOKEN: accessToken };
  const { status, stdout, stderr } = await runProgram(command, args, {
    cwd: folder,
    serverUrl: server.url,
    env,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

describe.each([
  { name: 'TypeScript', language: 'ts', runAll: importAll },
  { name: 'curl', language: 'sh', runAll: inShell },
  { name: 'Python', language: 'python', runAll: inPython },
])('in $name', ({ language, runAll }) => {
  test('the reference has one program for each operation', () => {
    expect(operations.filter((operation) => programsOf(operation, language).length !== 1)).toEqual([]);
  });

  test('each gets the documented status, and none breaks the contract', async () => {
    const known = await seed();
    const before = server.requests.length;
    const files = operations.map((operation) => {
      const file = `${operation.operationId}.${language}`;
      writeFileSync(join(folder, file), aboutKnown(programsOf(operation, language).join('\n'), known));
      return file;
    });

    const printed = await runAll(files);

    const sent = server.requests.slice(before);
    const statuses = operations.map(({ operationId }) => {
      const requests = sent.filter((request) => request.operationId === operationId);
      return [operationId, ...new Set(requests.map(({ status }) => status))];
    });
    expect(statuses).toEqual(operations.map((operation) => [operation.operationId, successOf(operation)]));
    expect(server.violations.filter(({ code }) => code !== preview)).toEqual([]);
    expect(printed).toContain(known.customerId);
  });
});

test('no argument of a program contains the credentials', async () => {
  const [program = ''] = blocksOf('docs/reference/create-token.md', 'sh');

  const { status, stderr } = await runProgram('sh', ['-euxc', program], {
    cwd: folder,
    serverUrl: server.url,
  });

  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('+ curl ') });
  for (const value of Object.values(credentials)) expect(stderr).not.toContain(value);
});

/** Announced and not part of v0.9 yet: every call of it is reported. */
const preview = 'request.operation.preview';

const successOf = ({ responses }: Operation) =>
  Number(responses.find(({ status }) => status.startsWith('2'))?.status);
