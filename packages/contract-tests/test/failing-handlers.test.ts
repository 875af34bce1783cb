import { startMockServer } from '@oms-sdk/mock-server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askWith, fillSandbox } from '../src/sabotage/fill-sandbox.js';
import { soundCalls } from '../src/sabotage/sound-calls.js';

const start = Date.parse('2026-11-21T10:00:00Z');
const warn = vi.spyOn(process, 'emitWarning');
beforeEach(() => void warn.mockReset().mockReturnValue());
afterEach(() => void warn.mockReset());

/** A sandbox that throws whenever it needs the time of a broken clock. */
function sandboxOn(clock: { readonly isBroken: boolean }) {
  const now = () => {
    if (clock.isBroken) throw new TypeError('canary');
    return start;
  };
  return startMockServer({ mode: 'sandbox', listen: false, now });
}

test('the contract chain notices that the sandbox throws in place of an answer', async () => {
  const clock = { isBroken: false };
  await using sandbox = await sandboxOn(clock);
  clock.isBroken = true;
  const response = await askWith(sandbox, 'Bearer none', soundCalls.createToken());

  expect(response.status).toBe(500);
  expect(sandbox.violations).toMatchObject([{ code: 'response.handler-failed', blame: 'server' }]);
});

test('the contract chain goes on after the sandbox threw', async () => {
  const clock = { isBroken: false };
  await using sandbox = await sandboxOn(clock);
  clock.isBroken = true;
  await askWith(sandbox, 'Bearer none', soundCalls.createToken());
  clock.isBroken = false;

  expect((await askWith(sandbox, 'Bearer none', soundCalls.createToken())).status).toBe(200);
});

test('a webhook receiver that throws is no violation of the contract', async () => {
  const deliver = async () => {
    throw new TypeError('canary');
  };
  await using sandbox = await startMockServer({ mode: 'sandbox', listen: false, deliver });
  await fillSandbox(sandbox);
  await sandbox.sandbox.delivered();

  expect(sandbox.violations).toEqual([]);
});
