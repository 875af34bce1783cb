import { type MockServer, type MockServerOptions, startMockServer } from '@oms-sdk/mock-server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Contract } from '../../src/contract/contract.js';
import { ask } from '../ask.js';
import { runCli } from '../cli/running-cli.js';

const canary = 'canary-7f3a';
const warn = vi.spyOn(process, 'emitWarning');
beforeEach(() => void warn.mockReset().mockReturnValue());
afterEach(() => void warn.mockReset());

/** A sandbox whose clock breaks after its start, and a request that asks for the time. */
async function brokenSandbox(options: MockServerOptions = {}): Promise<MockServer> {
  let isBroken = false;
  const now = () => {
    if (isBroken) throw new RangeError(canary);
    return 1_700_000_000_000;
  };
  const server = await startMockServer({ mode: 'sandbox', listen: false, now, ...options });
  isBroken = true;
  return server;
}

const exchangeToken = (server: MockServer) =>
  ask(server, 'POST /auth/token', { body: { apiKey: 'sk_sdbx_1', apiSecret: 'secret' } });

test('a handler that throws is a violation of the server', async () => {
  const server = await brokenSandbox();
  await exchangeToken(server);

  expect(server.violations).toEqual([
    {
      direction: 'response',
      severity: 'error',
      code: 'response.handler-failed',
      location: ['status'],
      message: 'The mock server failed while preparing the response.',
      operationId: 'createToken',
      method: 'POST',
      path: '/auth/token',
      blame: 'server',
    },
  ]);
});

test('a handler that throws fails assertNoViolations', async () => {
  const server = await brokenSandbox();
  await exchangeToken(server);

  expect(() => server.assertNoViolations()).toThrow('response.handler-failed');
});

test('a handler that throws is on record', async () => {
  const server = await brokenSandbox();
  await exchangeToken(server);

  expect(server.requests).toEqual([
    { operationId: 'createToken', method: 'POST', path: '/auth/token', status: 500 },
  ]);
});

test.each([{}, { strict: true }])('is answered with a 500 that says so, with %j', async (options) => {
  const reply = await exchangeToken(await brokenSandbox(options));

  expect(reply).toMatchObject({
    status: 500,
    body: { code: 'internal_error', message: expect.stringMatching(/^The mock server failed .+\.$/) },
  });
  expect(reply.headers.get('x-oms-violations')).toBe('1; response.handler-failed');
});

test('what was thrown is shown nowhere, and its place on stderr', async () => {
  const server = await brokenSandbox();
  const reply = await exchangeToken(server);

  const shown = JSON.stringify([reply.body, [...reply.headers], server.violations, server.requests]);
  expect(shown).not.toMatch(/canary|RangeError|\.ts/);
  expect(warn.mock.calls.join()).toMatch(/^The mock server failed: RangeError\n {4}at /);
  expect(warn.mock.calls.join()).not.toContain(canary);
});

test('a mode that takes all may fail for a path there is not', async () => {
  const contract = await Contract.open(undefined);
  const raw = { id: 'req_1', method: 'GET', target: '/nowhere', headers: {}, bytes: new Uint8Array() };
  const forward = () => Promise.reject(new Error(canary));
  const { response, violations } = await contract.exchange(raw, {
    forward,
    responseBlame: 'spec',
    isTransparent: true,
  });

  expect(response.status).toBe(500);
  expect(violations).toMatchObject([
    { code: 'request.route.unknown', blame: 'client' },
    { code: 'response.handler-failed', blame: 'server' },
  ]);
});

test('the command explains the code', async () => {
  expect((await runCli('explain', 'response.handler-failed')).stdout).toMatch(
    /^response\.handler-failed \(error\)\n\nThe mock server itself threw /,
  );
});
