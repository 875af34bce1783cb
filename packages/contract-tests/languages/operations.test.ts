import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { MockServer } from '@oms-sdk/mock-server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Operation } from '../../codegen/src/model/spec-model.js';
import { blocksOf } from '../src/markdown-blocks.js';
import { root } from '../src/run-example.js';
import { listOperations, readSpec } from '../src/spec.js';
import { startExampleSandbox } from './example-sandbox.js';
import { runProgram } from './run-program.js';

const credentials = { OMS_API_KEY: 'sk_sdbx_example', OMS_API_SECRET: 'example-api-secret' };
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

let server: MockServer;
let folder = '';
beforeAll(async () => {
  server = await startExampleSandbox();
  // Within the package, so that imports lead to the sources; type checks pass a name with a dot by.
  folder = mkdtempSync(fileURLToPath(new URL('.operations-', import.meta.url)));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

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
  const exchange = await server.fetch(`${server.url}/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ apiKey: credentials.OMS_API_KEY, apiSecret: credentials.OMS_API_SECRET }),
  });
  const { accessToken } = (await exchange.json()) as { readonly accessToken: string };
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
    server.reset();
    const files = operations.map((operation) => {
      const file = `${operation.operationId}.${language}`;
      writeFileSync(join(folder, file), programsOf(operation, language).join('\n'));
      return file;
    });

    const printed = await runAll(files);

    const statuses = operations.map(({ operationId }) => {
      const requests = server.requests.filter((request) => request.operationId === operationId);
      return [operationId, ...new Set(requests.map(({ status }) => status))];
    });
    expect(statuses).toEqual(operations.map((operation) => [operation.operationId, successOf(operation)]));
    expect(server.violations.filter(({ code }) => code !== preview)).toEqual([]);
    expect(printed).toMatch(/cst_01H9XaA1iceM4rTn/);
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
