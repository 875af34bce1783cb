import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { OmsClient } from '@oms-sdk/client';
import { createWebhookHandler, type WebhookEvent } from '@oms-sdk/client/webhooks';
import { type Deliver, type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { onboardingFile, runWorkflows } from '../src/live/run-workflows.js';

const credentials = { apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret' };

let server: MockServer;
let handle: (request: Request) => Promise<Response>;
const events: WebhookEvent[] = [];
beforeAll(async () => {
  const deliver: Deliver = async (url, body, headers) =>
    (await handle(new Request(url, { method: 'POST', body, headers }))).status;
  server = await startMockServer({ mode: 'sandbox', deliver, checks: 'immediate' });
  const oms = new OmsClient({ ...credentials, baseUrl: server.url });
  const { secret } = await oms.webhookEndpoints.create({ url: 'https://app.example.com/hooks', events: [] });
  handle = createWebhookHandler({ secret, on: {}, fallback: (event) => void events.push(event) });
});
afterAll(() => server.close());

const run = (workflowIds: readonly string[], file?: string) =>
  runWorkflows({ ...credentials, baseUrl: server.url }, workflowIds, file);

/** A copy of the workflows with another text in it, beside which the spec is found. */
function planted(from: string, to: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'oms-workflow-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const source = readFileSync(onboardingFile, 'utf8');
  expect(source).toContain(from);
  const file = join(folder, 'planted.arazzo.yaml');
  const spec = join(dirname(onboardingFile), 'generated/openapi.json');
  writeFileSync(file, source.replace('url: openapi.yaml', `url: ${spec}`).replace(from, to));
  return file;
}

test('another program onboards, rejects and registers as the guide says, and finds the spec kept', async () => {
  const { code, lines } = await run(['onboard', 'registerBankAccount', 'reject']);
  await server.sandbox.delivered();

  expect(lines).toEqual(
    [
      'POST /auth/token - step exchange',
      'POST /customers - step create',
      'PATCH /customers/{customerId} - step submitIdentity',
      'GET /customers/{customerId} - step granted',
      'POST /customers/{id}/wallets - step createWallet',
      'DELETE /customers/{customerId} - step delete',
      'POST /auth/token - step exchange',
      'POST /customers - step create',
      'POST /customers/{id}/external-accounts - step register',
      'DELETE /customers/{customerId} - step delete',
      'POST /auth/token - step exchange',
      'POST /customers - step create',
      'PATCH /customers/{customerId} - step submitIdentity',
      'GET /customers/{customerId} - step rejected',
      'POST /customers/{id}/wallets - step refuseWallet',
      'DELETE /customers/{customerId} - step delete',
    ].map((step) => `✓ ${step}`),
  );
  expect(code).toBe(0);
  expect(new Set(events.map(({ event }) => event))).toEqual(new Set(['customer.endorsement.granted']));
  expect(server.violations.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each([
  {
    title: 'an expectation that is not met',
    from: "accountNumber == '****6789'",
    to: "accountNumber == '000123456789'",
    sign: /^✗ success criteria check - \$response\.body#\/bankDetails/m,
  },
  {
    title: 'an operation that the spec does not have',
    from: 'oms.createExternalAccount',
    to: 'oms.createBankAccount',
    sign: /^✗ unexpected error/m,
  },
])('$title is noticed', async ({ from, to, sign }) => {
  const { code, lines } = await run(['registerBankAccount'], planted(from, to));

  expect(code).not.toBe(0);
  expect(lines.join('\n')).toMatch(sign);
  expect(lines.join('\n')).not.toMatch(/Alice|example-api-secret|cst_[A-Z0-9]/);
});
