import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signWebhook, verifyWebhook } from '@oms-sdk/client/webhooks';
import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blocksOf } from '../src/markdown-blocks.js';
import { tableAfter } from '../src/markdown-table.js';
import { root } from '../src/run-example.js';
import { isInstalled, runProgram } from './run-program.js';

const page = 'docs/guides/any-language.md';
const text = readFileSync(root + page, 'utf8');
const programsIn = (language: string) => blocksOf(page, language);

let server: MockServer;
let folder = '';

beforeAll(async () => {
  server = await startMockServer();
  folder = mkdtempSync(join(tmpdir(), 'oms-languages-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

/** Writes a program into a file, and runs it beside the mock server. */
function run(command: string, file: string, code: string) {
  writeFileSync(join(folder, file), code);
  const args = command === 'go' ? ['run', file] : [file];
  return runProgram(command, args, { cwd: folder, serverUrl: server.url });
}

test('the shell of the page makes a customer, verifies a delivery and controls the server', async () => {
  const { status, stdout, stderr } = await run('sh', 'page.sh', `set -eu\n${programsIn('sh').join('\n')}`);

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^\{"id":"cst_\w+".*"firstName":"Alice".*\}genuine\n/);
  expect(stdout).toMatch(/"hits":0.*\{"violations":\[\]\}$/);
});

test('the shell of the skill controls the server', async () => {
  const [code = ''] = blocksOf('packages/mock-server/skills/oms/references/testing.md', 'sh');

  const { status, stdout, stderr } = await run('sh', 'skill.sh', `set -eu\n${code}`);

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/"outcome":"reject".*"hits":0.*\{"violations":\[\]\}$/);
});

describe('in Python', () => {
  const [firstCall = '', verify = ''] = programsIn('python');

  test('the first call creates a customer', async () => {
    server.reset();
    writeFileSync(join(folder, 'oms.py'), readFileSync(`${root}examples/python/oms.py`));

    const { status, stdout, stderr } = await run('python3', 'first_call.py', firstCall);

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^cst_\w+ active\n$/);
  });

  test('a genuine delivery is recognised', async () => {
    expect(await run('python3', 'verify.py', verify)).toMatchObject({ status: 0, stdout: 'genuine\n' });
  });
});

describe.each([
  { language: 'go', command: 'go', file: 'verify.go', versionFlag: 'version' },
  { language: 'java', command: 'java', file: 'Verify.java', versionFlag: '-version' },
])('in $language, where it is installed', ({ language, command, file, versionFlag }) => {
  test.skipIf(!isInstalled(command, versionFlag))('a genuine delivery is recognised', async () => {
    const [program = ''] = programsIn(language);

    expect(await run(command, file, program)).toMatchObject({ status: 0, stdout: 'genuine\n' });
  });
});

test('the worked example is the one that every program checks, and that the client signs and verifies', async () => {
  const rows = tableAfter(page, 'A worked example, to test your own function with:');
  const { secret = '', t = '', v1 = '', 'raw body': body = '' } = Object.fromEntries(rows);
  const now = () => Number(t) * 1000;

  const signed = await signWebhook(body, secret, { timestampMs: now() });
  expect(signed).toEqual({ 'webhook-signature': `t=${t},v1=${v1}` });
  expect((await verifyWebhook(body, signed, secret, { now })).event).toBe('customer.endorsement.granted');
  expect(text.split(v1)).toHaveLength(6);
  expect(readFileSync(`${root}examples/python/test_webhook.py`, 'utf8')).toContain(v1);
});
