import { once } from 'node:events';
import { type DeliveryContext, startMockServer } from '@oms-sdk/mock-server';
import { expect, onTestFinished, test } from 'vitest';
import { startUpstream } from '../modes/proxy/upstream.js';
import { alice, documents, observedSandbox } from './observed-sandbox.js';

/** A sandbox over a socket, with a token, and what a receiver that says nothing gets from it. */
async function silentReceiver(headers: Record<string, string> = {}) {
  let arrived = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  let cut: Promise<unknown> = Promise.resolve();
  const { origin, seen } = await startUpstream((request) => {
    cut = once(request.socket, 'close');
    arrived();
  });
  const server = await startMockServer({ checks: 'immediate' });
  onTestFinished(() => server.close());
  const send = async (path: string, body: object, more: Record<string, string> = {}) => {
    const key = { 'idempotency-key': crypto.randomUUID() };
    const response = await fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization, ...key, ...more },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
  let authorization = '';
  const { body: token } = await send('/auth/token', { apiKey: 'sk_sdbx_1', apiSecret: 'secret' });
  authorization = `Bearer ${token.accessToken ?? token.token}`;
  const created = await send('/webhooks', { url: `${origin}/hooks` }, headers);
  return { server, send, created, seen, arrival, cut: () => cut };
}

test('a delivery in flight is cut when the server is closed', async () => {
  const { server, send, arrival, cut } = await silentReceiver();
  await send('/customers', { ...alice, ...documents, endorsements: ['cryptoCustody'] });
  await arrival;
  await server.close();

  await cut();
});

test('the signal of a delivery in flight is aborted by the time the server is closed', async () => {
  let inFlight: AbortSignal | undefined;
  const deliver = (_url: string, _body: string, _headers: object, { signal }: DeliveryContext) => {
    inFlight = signal;
    return new Promise<never>(() => undefined);
  };
  const { server, send } = await observedSandbox(1, { deliver, checks: 'immediate' });
  await send('POST', '/webhooks', { url: 'https://receiver.example/' });
  await send('POST', '/customers', { ...alice, ...documents, endorsements: ['cryptoCustody'] });
  await expect.poll(() => inFlight?.aborted).toBe(false);

  await server.close();

  expect(inFlight?.aborted).toBe(true);
});

test.each([{ origin: 'http://localhost:3000' }, { 'sec-fetch-site': 'same-site' }])(
  'an endpoint that a page registered on this machine gets no delivery: %j',
  async (headers: Record<string, string>) => {
    const { server, send, created, seen } = await silentReceiver(headers);
    await send('/customers', { ...alice, ...documents, endorsements: ['cryptoCustody'] });
    await server.sandbox.delivered();

    expect(created.status).toBe(201);
    expect(JSON.stringify(created.body)).not.toContain('isOfPage');
    expect(server.sandbox.deliveries()).toMatchObject([{ attempts: [0] }]);
    expect(seen).toEqual([]);
  },
);

test('there are at most 1,000 endpoints', async () => {
  const webhookEndpoints = Array.from({ length: 1000 }, (_, index) => ({
    url: `https://app.example.com/${index}`,
    secret: 'made-up',
  }));
  const server = await startMockServer({ webhookEndpoints, listen: false });
  const post = async (path: string, body: object, token = '') =>
    server.fetch(server.url + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': 'key',
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify(body),
    });
  const { accessToken, token } = await (
    await post('/auth/token', { apiKey: 'sk_sdbx_1', apiSecret: 'secret' })
  ).json();
  const response = await post('/webhooks', { url: 'https://app.example.com/' }, accessToken ?? token);

  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({ message: expect.stringContaining('1000 webhook endpoints') });
  await expect(
    startMockServer({ webhookEndpoints: [...webhookEndpoints, ...webhookEndpoints], listen: false }),
  ).rejects.toThrow('at most 1,000');
});
