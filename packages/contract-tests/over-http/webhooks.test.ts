import { type CustomerCreateParams, OmsClient } from '@oms-sdk/client';
import { createWebhookHandler, type WebhookEvent } from '@oms-sdk/client/webhooks';
import { createSandbox } from '@oms-sdk/mock-server/sandbox';
import { expect, inject, test } from 'vitest';
import { readExample } from '../src/examples.js';
import { credentials } from './connect.js';

const jane = readExample<CustomerCreateParams>('customer-create-jane');

test('the sandbox runs here too, and what it delivers twice and out of order is handled once', async () => {
  const events: WebhookEvent[] = [];
  const statuses: number[] = [];
  let handle: (request: Request) => Promise<Response> = async () => new Response(null, { status: 503 });
  const dialect = inject('dialect');
  const sandbox = createSandbox({
    dialect,
    webhooks: { copies: 2, reorder: true },
    deliver: async (url, body, headers) => {
      const { status } = await handle(new Request(url, { method: 'POST', body, headers }));
      statuses.push(status);
      return status;
    },
  });
  const baseUrl = 'http://localhost/v0.9';
  const oms = new OmsClient({
    ...credentials,
    baseUrl,
    dangerouslyAllowBrowser: true,
    fetch: (url, init) => sandbox.fetch(url, init),
  });
  const { secret } = await oms.webhookEndpoints.create({ url: 'https://app.example.com/hooks' });
  handle = createWebhookHandler({ secret, on: {}, fallback: (event) => void events.push(event) });

  const customers = [
    await oms.customers.create(jane),
    await oms.customers.create({ ...jane, externalId: 'b' }),
  ];
  sandbox.advance(5000);
  await sandbox.delivered();
  await sandbox.close();

  expect(new Set(statuses)).toEqual(new Set([204]));
  expect(statuses.length).toBeGreaterThanOrEqual(2 * events.length);
  const ids = events.map(({ data }) => {
    const { id, customerId = id } = data as { id?: string; customerId?: string };
    return customerId;
  });
  // One event with all endorsements, or one for each of the three.
  const eachTimes = dialect.events === 'v0.9' ? 1 : 3;
  const expected = customers.flatMap(({ id }) => Array.from({ length: eachTimes }, () => id));
  expect(ids.sort()).toEqual(expected.sort());
});
