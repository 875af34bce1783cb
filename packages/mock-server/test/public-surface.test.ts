import * as mockServer from '@oms-sdk/mock-server';
import { createSandbox } from '@oms-sdk/mock-server/sandbox';
import { expect, test } from 'vitest';

test('the package exports these values and no others', () => {
  expect(Object.keys(mockServer).sort()).toEqual([
    'ContractViolationError',
    'FaultRuleError',
    'SeedDataError',
    'SpecError',
    'StateError',
    'UnhitFaultError',
    'parseFault',
    'startMockServer',
  ]);
});

test('a server has these members and no others', async () => {
  const server = await mockServer.startMockServer({ listen: false });

  expect(Object.keys(server).sort()).toEqual([
    'adminToken',
    'assertFaultsHit',
    'assertNoViolations',
    'close',
    'faults',
    'fetch',
    'requests',
    'reset',
    'sandbox',
    'url',
    'violations',
  ]);
});

test('the sandbox alone has the members that a server has for its own, a fetch and what ends it', async () => {
  const server = await mockServer.startMockServer({ listen: false });
  const members = [...Object.keys(server.sandbox), 'fetch', 'reset', 'close'];

  expect(Object.keys(createSandbox()).sort()).toEqual(members.sort());
});
