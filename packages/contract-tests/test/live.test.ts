import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkLive } from '../src/live/check-live.js';
import { liveOrder } from '../src/live/walk-operations.js';
import { onSources } from '../src/run-example.js';
import { type Saboteur, startSaboteur } from '../src/sabotage/saboteur.js';
import { listOperations, readSpec } from '../src/spec.js';

const credentials = { apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret' };

let sandbox: MockServer;
let saboteur: Saboteur;
let baseUrl: string;
beforeAll(async () => {
  sandbox = await startMockServer({ mode: 'sandbox' });
  saboteur = await startSaboteur(sandbox);
  baseUrl = saboteur.origin + new URL(sandbox.url).pathname;
});
beforeEach(() => {
  sandbox.reset();
  saboteur.drift = (answer) => answer;
});
afterAll(async () => {
  await saboteur[Symbol.asyncDispose]();
  await sandbox.close();
});

async function check(settings: object = {}): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const code = await checkLive({ ...credentials, baseUrl, ...settings }, (line) => lines.push(line));
  return { code, lines };
}

/** Runs the command as `npm run check:live` does. */
async function runCommand(environment: Record<string, string>) {
  const cli = fileURLToPath(new URL('../src/live/cli.ts', import.meta.url));
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('OMS_'));
  const child = spawn(process.execPath, ['--import', 'tsx', cli], {
    env: { ...Object.fromEntries(own), ...onSources, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ending = once(child, 'close');
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: (await ending)[0] as number, stdout, stderr };
}

test('every operation of the spec is walked once', () => {
  const operationIds = listOperations(readSpec()).map(({ operationId }) => operationId);
  expect([...liveOrder].sort(), 'liveOrder in src/live/walk-operations.ts').toEqual(operationIds.sort());
});

test('an API that keeps the spec ends with 0, and every operation succeeds', async () => {
  const { code, lines } = await check();

  const announced = ['listExternalAccountSchemas', 'createExternalAccount'];
  expect(lines.slice(1, -1).map((line) => line.trim().split(/ +/))).toEqual([
    ...liveOrder.map((operationId) => [operationId, expect.stringMatching(/^20[014]$/)]),
    ...announced.map((id) => ['notice', 'request.operation.preview', id, 'path', '1×', '(client)']),
  ]);
  expect(lines.at(-1)).toBe(`0 differences, 0 warnings, 2 notices in ${sandbox.requests.length} requests.`);
  expect(code).toBe(0);
});

describe('a drift', () => {
  test('is printed once, with its operation and place, and ends with 1', async () => {
    saboteur.drift = ({ body, ...rest }) => ({
      ...rest,
      body: String(body).replaceAll('"asset":"usdc"', '"asset":7'),
    });
    const { code, lines } = await check();

    expect(lines).toContain('  error    response.body.type  listWallets  body.data.*.asset  1×  (server)');
    expect(lines).toContain('  error    response.body.type  getWallet  body.asset  1×  (server)');
    expect(code).toBe(1);
  });

  test('that clients can cope with is a notice and ends with 0', async () => {
    const withTotal = (text: string) =>
      text.includes('"object":"customer"') ? text.replace('"hasMore":', '"total":1,"hasMore":') : text;
    saboteur.drift = ({ body, ...rest }) => ({ ...rest, body: withTotal(String(body)) });
    const { code, lines } = await check();

    expect(lines).toContain(
      '  notice   response.body.undeclared-property  listCustomers  body.total  1×  (server)',
    );
    expect([lines.at(-1), code]).toEqual([
      expect.stringMatching(/^0 differences, 0 warnings, 3 notices in /),
      0,
    ]);
  });

  test('is shown without a value of a message', async () => {
    saboteur.drift = ({ body, ...rest }) => ({
      ...rest,
      body: String(body).replaceAll('"alice@example.com"', '["canary"]'),
    });
    const { lines } = await check();

    expect(lines.join()).toContain('body.email');
    expect(lines.join()).not.toMatch(/canary|alice|example-api-secret|cst_/i);
  });
});

test.each([
  ['that refuses the key', { apiSecret: 'wrong' }],
  ['that cannot be reached', { baseUrl: 'http://127.0.0.1:9/v0.9' }],
])('an API %s ends with 2', async (_, settings) => {
  const { code, lines } = await check(settings);

  expect([lines.at(-1), code]).toEqual([expect.stringMatching(/^No operation succeeded: /), 2]);
});

describe('the command', () => {
  test('says in one line what to set, and ends with 2', async () => {
    expect(await runCommand({})).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'check:live asks the real sandbox API: set OMS_API_KEY and OMS_API_SECRET, and OMS_BASE_URL to ask another one.\n',
    });
  });

  test('takes no key that is not of the sandbox', async () => {
    const { code, stderr } = await runCommand({ OMS_API_KEY: 'sk_live_example', OMS_API_SECRET: 'example' });

    expect([code, stderr]).toEqual([2, expect.stringContaining('must be of the sandbox (sk_sdbx_…)')]);
  });

  test('sends no secret in clear unless told to', async () => {
    const { apiKey: OMS_API_KEY, apiSecret: OMS_API_SECRET } = credentials;
    const OMS_BASE_URL = 'http://api.example/v0.9';
    const { code, stdout, stderr } = await runCommand({ OMS_API_KEY, OMS_API_SECRET, OMS_BASE_URL });

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('upstream must begin with https:');
  });

  test('walks the API that OMS_BASE_URL names', async () => {
    const { apiKey: OMS_API_KEY, apiSecret: OMS_API_SECRET } = credentials;
    const { code, stdout, stderr } = await runCommand({ OMS_API_KEY, OMS_API_SECRET, OMS_BASE_URL: baseUrl });

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v0\.9 against the spec\n {2}createToken +200\n/);
    const [, steps] = stdout.split('The onboarding guide, step by step\n');
    expect(steps?.match(/✓ .* step \w+/g)).toHaveLength(6);
  });
});
