import { readFileSync } from 'node:fs';
import { type CustomerCreateParams, OmsClient } from '@oms-sdk/client';
import { startMockServer } from '@oms-sdk/mock-server';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Receiver, StartReceiver } from './receiver.js';
import { receivers } from './receivers.js';

const example = new URL('../../../openapi/examples/customer-create-jane.json', import.meta.url);
const jane = (JSON.parse(readFileSync(example, 'utf8')) as { value: CustomerCreateParams }).value;

/** What went over the wire: about which customer, and what it was answered. */
type Passage = readonly [customerId: string, status: number];

/** A sandbox that delivers to an example: every event twice, each second one before the first. */
async function connected(start: StartReceiver) {
  const passages: Passage[] = [];
  let receiver: Receiver | undefined;
  const deliver = async (_url: string, body: string, headers: Readonly<Record<string, string>>) => {
    const { data } = JSON.parse(body) as { data: { id: string } };
    const status = (await receiver?.send(body, headers['webhook-signature'])) ?? 0;
    passages.push([data.id, status]);
    return status;
  };
  const server = await startMockServer({ mode: 'sandbox', listen: false, deliver });
  onTestFinished(() => server.close());
  const oms = new OmsClient({
    apiKey: 'sk_sdbx_example',
    apiSecret: 'example',
    baseUrl: server.url,
    fetch: server.fetch,
  });
  const { secret } = await oms.webhookEndpoints.create({ url: 'https://app.example.com/hooks' });
  server.sandbox.setDeliveryOptions({ copies: 2, reorder: true });
  receiver = await start(secret);
  onTestFinished(receiver.close);
  return { oms, sandbox: server.sandbox, receiver, passages };
}

describe.each(receivers)('%s', (_name, start) => {
  test('handles each event once, be it sent again, sent twice or overtaken', async () => {
    const { oms, sandbox, receiver, passages } = await connected(start);
    const customers: string[] = [];
    for (const externalId of ['a', 'b', 'c', 'd']) {
      customers.push((await oms.customers.create({ ...jane, externalId })).id);
    }
    sandbox.advance(1000);
    for (let round = 0; round < 4; round += 1) {
      await sandbox.delivered();
      sandbox.advance(15_000);
    }

    const statuses = passages.map(([, status]) => status);
    const order = [...new Set(passages.map(([customerId]) => customerId))];
    expect(statuses).toContain(500);
    expect(order).not.toEqual(customers);
    expect(statuses.filter((status) => status === 204).length).toBe(2 * customers.length);
    expect((await receiver.opened()).toSorted()).toEqual(customers.toSorted());
    expect(sandbox.deliveries().every(({ state }) => state === 'delivered')).toBe(true);
  });
});
