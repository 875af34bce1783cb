import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CustomerCreateParams, OmsClient } from '@oms-sdk/client';
import { createWebhookHandler, type WebhookEvent } from '@oms-sdk/client/webhooks';
import { type Deliver, startMockServer } from '@oms-sdk/mock-server';
import { expect, onTestFinished, test } from 'vitest';
import { startCheckingServer, violationsOfRequest } from '../src/checking-server.js';
import { readExample } from '../src/examples.js';

const jane = readExample<CustomerCreateParams>('customer-create-jane');
const credentials = { apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret' };

/** A sandbox whose deliveries go to a handler of the client, by whatever way. */
async function receivingClient(deliver: Deliver | undefined, url: string) {
  const server = await startMockServer({ mode: 'sandbox', listen: false, ...(deliver && { deliver }) });
  onTestFinished(() => server.close());
  const oms = new OmsClient({ ...credentials, baseUrl: server.url, fetch: server.fetch });
  const { secret } = await oms.webhookEndpoints.create({ url });
  return { server, oms, secret };
}

test('the handler of the client takes what the sandbox delivers, once, however often it comes', async () => {
  const events: WebhookEvent[] = [];
  const bodies: string[] = [];
  let handle: (request: Request) => Promise<Response> = async () => new Response(null, { status: 500 });
  const deliver: Deliver = async (url, body, headers) => {
    bodies.push(body);
    return (await handle(new Request(url, { method: 'POST', body, headers }))).status;
  };
  const { server, oms, secret } = await receivingClient(deliver, 'https://app.example.com/hooks');
  handle = createWebhookHandler({ secret, on: {}, fallback: (event) => void events.push(event) });

  const { id } = await oms.customers.create(jane);
  server.sandbox.advance(1000);
  await server.sandbox.delivered();
  for (const delivery of server.sandbox.deliveries()) server.sandbox.redeliver(delivery.id);
  await server.sandbox.delivered();

  expect(bodies).toHaveLength(2);
  expect(events).toMatchObject([{ event: 'customer.endorsement.granted', data: { id } }]);
});

test('a delivery over a socket is verified from its raw body', async () => {
  const events: WebhookEvent[] = [];
  let secret = '';
  const receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { verifyWebhook } = await import('@oms-sdk/client/webhooks');
    const event = await verifyWebhook(Buffer.concat(chunks), request.headers, secret).catch(() => undefined);
    if (event !== undefined) events.push(event);
    response.writeHead(event === undefined ? 400 : 204).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void receiver.close());
  const { port } = receiver.address() as AddressInfo;
  const started = await receivingClient(undefined, `http://127.0.0.1:${port}/hooks`);
  secret = started.secret;

  await started.oms.customers.create(jane);
  started.server.sandbox.advance(1000);
  await started.server.sandbox.delivered();

  expect(events).toHaveLength(1);
  expect(started.server.sandbox.deliveries()).toMatchObject([{ state: 'delivered', attempts: [204] }]);
});

test('what the sandbox delivers is as the spec describes it', async () => {
  const bodies: string[] = [];
  const { server, oms } = await receivingClient(
    async (_, body) => bodies.push(body),
    'https://app.example.com/hooks',
  );
  await oms.customers.create(jane);
  server.sandbox.advance(1000);
  await server.sandbox.delivered();
  const checker = await startCheckingServer([]);
  onTestFinished(() => checker.close());
  const headers = {
    authorization: 'Bearer any',
    'content-type': 'application/json',
    'webhook-signature': 't=1,v1=0',
  };

  expect(bodies.length).toBeGreaterThan(0);
  for (const body of bodies) {
    const path = '/events/customer.endorsement.granted';
    expect(await violationsOfRequest(checker, { method: 'POST', path, headers, body })).toEqual([]);
  }
});

test('the handler notices what was overtaken and what is missing, whatever order events come in', async () => {
  const notes: string[] = [];
  let handle: (request: Request) => Promise<Response> = async () => new Response(null, { status: 500 });
  const deliver: Deliver = async (url, body, headers) =>
    (await handle(new Request(url, { method: 'POST', body, headers }))).status;
  const { server, oms, secret } = await receivingClient(deliver, 'https://app.example.com/hooks');
  const sequenceOf = (event: WebhookEvent) => (event as { sequence?: number }).sequence;
  handle = createWebhookHandler({
    secret,
    on: {},
    fallback: (event) => void notes.push(`handled ${sequenceOf(event)}`),
    onGap: ({ customerId, expected, received }) =>
      void notes.push(`gap ${customerId} ${expected}-${received}`),
    onStale: (event) => void notes.push(`stale ${sequenceOf(event)}`),
  });
  const { id } = await oms.customers.create(jane);
  server.sandbox.advance(1000);
  await server.sandbox.delivered();
  server.sandbox.setDeliveryOptions({ copies: 2, reorder: true });
  for (let event = 2; event <= 3; event += 1) {
    server.sandbox.decide(id, 'usd', { status: 'REVOKED_ISSUES' });
    server.sandbox.decide(id, 'usd', { status: 'ACTIVE' });
  }
  await server.sandbox.delivered();

  expect(notes).toEqual(['handled 1', `gap ${id} 2-3`, 'handled 3', 'stale 2']);
});
