import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from '../src/model/commands.js';
import { expectList } from '../src/model/list-commands.js';
import { Model } from '../src/model/model.js';
import { RealSandbox } from '../src/model/real-sandbox.js';

const begin = Date.parse('2026-11-21T10:00:00Z');
const settings = { seed: 20_261_121, numRuns: 1_000 };
const sequences = fc.commands(commands, { maxCommands: 40, size: '+1' });

/** Half a minute where nothing else runs; the limit is there to end what hangs. */
const timeoutMs = 900_000;

function startSandbox(): Promise<MockServer> {
  const deliver = async () => 204;
  return startMockServer({ mode: 'sandbox', listen: false, seed: 1, now: () => begin, deliver });
}

/** Does the commands to an empty sandbox and, after the last one, looks at all that is in it. */
async function run(
  server: MockServer,
  sequence: Parameters<typeof fc.asyncModelRun<Model, RealSandbox, boolean, Model>>[1],
) {
  server.reset();
  const [model, real] = [new Model(begin), new RealSandbox(server)];
  await fc.asyncModelRun(() => ({ model, real }), sequence);
  const customers = model.customers.map((customer) => model.customerView(customer)).reverse();
  const endpoints = model.endpoints.map((endpoint) => model.endpointView(endpoint)).reverse();
  await expectList(model, real, '/customers', { limit: 100 }, customers);
  await expectList(model, real, '/webhooks', { limit: 100 }, endpoints);
  expect(await real.grants()).toEqual(model.grants);
  return real;
}

test('whatever is done to the sandbox, it answers as the model of its rules does', {
  timeout: timeoutMs,
}, async () => {
  await using server = await startSandbox();

  await fc.assert(
    fc.asyncProperty(sequences, async (sequence) => void (await run(server, sequence))),
    settings,
  );
});

test('the same calls to a sandbox of the same seed get the same answers', {
  timeout: timeoutMs,
}, async () => {
  await using server = await startSandbox();

  await fc.assert(
    fc.asyncProperty(sequences, async (sequence) => {
      const { steps, answers } = await run(server, sequence);
      server.reset();
      const again: string[] = [];
      for (const step of steps) again.push(await step());
      expect(again).toEqual(answers);
    }),
    { ...settings, numRuns: 50 },
  );
});
