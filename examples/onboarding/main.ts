import { parseArgs } from 'node:util';
import { OmsClient } from '@oms-sdk/client';
import { startMockServer } from '@oms-sdk/mock-server';
import { breaches, printStep, printSummary, printTitle } from './print.js';
import { startReceiver } from './receiver.js';
import { type Story, steps } from './steps.js';

const { values } = parseArgs({ options: { spec: { type: 'string' } } });

const spec = values.spec === undefined ? {} : { spec: values.spec };
const server = await startMockServer({ mode: 'sandbox', ...spec });
const credentials = { apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret' };
const oms = new OmsClient({ ...credentials, baseUrl: server.url });
const story: Story = { receiver: await startReceiver() };

printTitle(server.url);
for (const [index, { title, fault, run }] of steps.entries()) {
  const before = { requests: server.requests.length, violations: server.violations.length };
  if (fault !== undefined) server.faults.add(fault);
  const outcome = await run(oms, story).catch((error: unknown) => ({ failure: error }));
  printStep(index + 1, title, outcome, {
    requests: server.requests.slice(before.requests),
    violations: server.violations.slice(before.violations),
  });
  if ('failure' in outcome) {
    process.exitCode = 1;
    break;
  }
}
printSummary(story, server);
if (breaches(server.violations).length > 0) process.exitCode = 1;
story.receiver.close();
await server.close();
