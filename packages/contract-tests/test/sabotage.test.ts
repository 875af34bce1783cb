import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inShort } from '../src/sabotage/sabotage.js';
import { type SabotagedServer, startSabotagedServer } from '../src/sabotage/sabotaged-server.js';
import { sabotages } from '../src/sabotage/sabotages.js';
import { type CallName, soundCalls } from '../src/sabotage/sound-calls.js';

let server: SabotagedServer;
beforeAll(async () => {
  server = await startSabotagedServer();
});
afterAll(() => server[Symbol.asyncDispose]());

describe('the contract chain notices that', () => {
  test.each(sabotages)('$title', async ({ call, drift, noticed }) => {
    const { violations } = await server.check(call, drift);

    expect(inShort(violations)).toEqual([...noticed].sort());
    expect(new Set(violations.map(({ blame }) => blame))).toEqual(new Set(['server']));
  });
});

describe('the contract chain finds nothing wrong, when nothing is changed, with', () => {
  test.each(Object.keys(soundCalls) as CallName[])('%s', async (call) => {
    const { violations } = await server.check(call, (answer) => answer);

    expect(violations).toEqual([]);
  });
});

test('an answer that breaks off is on record as a failure of the server', async () => {
  const { record } = await server.check('getCustomer', 'breaks');

  expect(record).toMatchObject({ operationId: 'getCustomer', status: 502, upstreamFailure: 'reset' });
});

test('an answer that never comes is on record as a failure of the server', async () => {
  await using hasty = await startSabotagedServer(50);

  const { record } = await hasty.check('getCustomer', 'waits');

  expect(record).toMatchObject({ operationId: 'getCustomer', status: 504, upstreamFailure: 'timeout' });
});
