import { type Deliver, startMockServer } from '@oms-sdk/mock-server';
import { describe, expect, test } from 'vitest';
import { type DeliveryRecord, withAttempt } from '../../src/sandbox/webhooks/delivery-queue.js';
import { alice, begin, documents } from './observed-sandbox.js';

interface Sent {
  url: string;
  event: { event: string; id: string; data: { id: string; endorsements: string[] } };
  headers: Readonly<Record<string, string>>;
}

/** A sandbox that delivers to a list in place of the network; each attempt is answered with the next status. */
async function deliveringSandbox(...statuses: (number | Error)[]) {
  const sent: Sent[] = [];
  const deliver: Deliver = async (url, body, headers) => {
    sent.push({ url, event: JSON.parse(body), headers });
    const status = statuses.shift() ?? 204;
    if (status instanceof Error) throw status;
    return status;
  };
  const server = await startMockServer({ mode: 'sandbox', listen: false, now: () => begin, deliver });
  const call = async (method: string, path: string, body?: object) => {
    const headers: Record<string, string> = { authorization, 'idempotency-key': `key-${Math.random()}` };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const response = await server.fetch(server.url + path, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    return response.status === 204 ? {} : response.json();
  };
  let authorization = 'none';
  const { accessToken } = await call('POST', '/auth/token', {
    apiKey: 'sk_sdbx_example',
    apiSecret: 'example',
  });
  authorization = `Bearer ${accessToken}`;
  const listen = (fields: object = {}) =>
    call('POST', '/webhooks', { url: 'https://app.example.com/hooks', ...fields });
  const endorsed = async () => {
    const customer = await call('POST', '/customers', { ...alice, ...documents });
    server.sandbox.advance(1000);
    return customer;
  };
  return { server, sent, call, listen, endorsed };
}

const untried: Omit<DeliveryRecord, 'dueMs'> = {
  ...{ id: 'whd_1', endpointId: 'whk_1', event: 'webhook.test', body: '{}' },
  ...{ state: 'pending', attempts: [], turn: 1, isHeld: false, copies: 1 },
};

describe('an endorsement that is granted', () => {
  test('is told to an endpoint that wants everything, signed', async () => {
    const { server, sent, listen, endorsed } = await deliveringSandbox();
    await listen();

    const { id } = await endorsed();
    await server.sandbox.delivered();

    const endorsements = ['basic', 'cryptoCustody', 'usd'];
    expect(sent).toMatchObject([
      {
        url: 'https://app.example.com/hooks',
        event: {
          event: 'customer.endorsement.granted',
          id: expect.stringMatching(/^whd_/),
          data: { id, endorsements },
        },
        headers: { 'webhook-signature': expect.stringMatching(/^t=\d+,v1=[\da-f]{64}$/) },
      },
    ]);
    expect(server.sandbox.deliveries()).toMatchObject([{ state: 'delivered', attempts: [204] }]);
  });

  test('is told once, and again only when another one is', async () => {
    const { server, sent, call, listen } = await deliveringSandbox();
    await listen();
    const { id } = await call('POST', '/customers', alice);
    server.sandbox.advance(1000);

    await call('PATCH', `/customers/${id}`, { firstName: 'Alicia' });
    await call('PATCH', `/customers/${id}`, documents);
    server.sandbox.advance(1000);
    await server.sandbox.delivered();

    expect(sent.map(({ event }) => event.data.endorsements)).toEqual([
      ['basic'],
      ['basic', 'cryptoCustody', 'usd'],
    ]);
  });

  test('by a review decision is sent as well', async () => {
    const { server, sent, call, listen } = await deliveringSandbox();
    await listen();
    const { id } = await call('POST', '/customers', { type: 'individual' });

    server.sandbox.decide(id, 'basic', { status: 'ACTIVE' });
    await server.sandbox.delivered();

    expect(sent).toHaveLength(1);
  });
});

test.each([
  [{ events: ['customer.endorsement.granted'] }, 1],
  [{ events: ['wallet.provisioned'] }, 0],
  [{ events: ['customer.endorsement.*'] }, 1],
  [{ events: ['wallet.*'] }, 0],
  [{ events: ['*'] }, 1],
  [{ events: [] }, 1],
  [{ enabled: false }, 0],
])('an endpoint made with %j gets %i events', async (fields, count) => {
  const { server, sent, listen, endorsed } = await deliveringSandbox();
  await listen(fields);

  await endorsed();
  await server.sandbox.delivered();

  expect(sent).toHaveLength(count);
});

describe('a delivery that is not acknowledged', () => {
  test.each([500, 404, 302, 0, new Error('refused')])(
    'after %s is tried again later, under the same id',
    async (status) => {
      const { server, sent, listen, endorsed } = await deliveringSandbox(status);
      await listen();
      await endorsed();
      await server.sandbox.delivered();

      server.sandbox.advance(9_999);
      await server.sandbox.delivered();
      expect(sent).toHaveLength(1);
      server.sandbox.advance(1);
      await server.sandbox.delivered();

      expect(sent).toHaveLength(2);
      expect(sent[1]?.event).toEqual(sent[0]?.event);
      expect(sent[1]?.headers['webhook-signature']).not.toBe(sent[0]?.headers['webhook-signature']);
    },
  );

  test('is given up after ten tries', async () => {
    const { server, sent, listen, endorsed } = await deliveringSandbox(
      ...Array.from({ length: 20 }, () => 500),
    );
    await listen();
    await endorsed();

    for (let day = 0; day < 20; day += 1) {
      server.sandbox.advance(2 * 86_400_000);
      await server.sandbox.delivered();
    }

    expect(sent).toHaveLength(10);
    expect(server.sandbox.deliveries()).toMatchObject([{ state: 'failed' }]);
  });

  test('waits longer each time, from ten seconds to a day and a half, for about three days', () => {
    let nowMs = 0;
    let record: DeliveryRecord = { ...untried, dueMs: nowMs };
    const seconds: number[] = [];
    for (record = withAttempt(record, 500, nowMs); record.state === 'pending'; ) {
      seconds.push((record.dueMs - nowMs) / 1000);
      nowMs = record.dueMs;
      record = withAttempt(record, 500, nowMs);
    }

    expect(seconds).toEqual([10, 60, 300, 1800, 3600, 10_800, 28_800, 86_400, 129_600]);
    expect(nowMs / 86_400_000).toBeCloseTo(3, 0);
  });

  test('after 410 disables the endpoint', async () => {
    const { server, call, listen, endorsed } = await deliveringSandbox(410);
    const { id } = await listen();
    await endorsed();
    await server.sandbox.delivered();

    expect(await call('GET', `/webhooks/${id}`)).toMatchObject({ enabled: false, status: 'disabled' });
    expect(server.sandbox.deliveries()).toMatchObject([{ state: 'failed', attempts: [410] }]);
  });
});

test('a delivery can be sent once more, under the same id', async () => {
  const { server, sent, listen, endorsed } = await deliveringSandbox();
  await listen();
  await endorsed();
  await server.sandbox.delivered();

  server.sandbox.redeliver(server.sandbox.deliveries()[0]?.id ?? '');
  await server.sandbox.delivered();

  expect(sent.map(({ event }) => event.id)).toEqual([sent[0]?.event.id, sent[0]?.event.id]);
  expect(() => server.sandbox.redeliver('whd_unknown')).toThrow('no such delivery');
});

test('nothing leaves this machine unless a way is given', async () => {
  const server = await startMockServer({ mode: 'sandbox', listen: false, now: () => begin });
  const post = async (path: string, body: object, token = '') => {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': path,
      authorization: `Bearer ${token}`,
    };
    return (
      await server.fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
    ).json();
  };
  const { accessToken } = await post('/auth/token', { apiKey: 'sk_sdbx_example', apiSecret: 'example' });
  await post('/webhooks', { url: 'https://app.example.com/hooks' }, accessToken);
  await post('/customers', { ...alice, ...documents }, accessToken);
  server.sandbox.advance(1000);
  await server.sandbox.delivered();

  expect(server.sandbox.deliveries()).toMatchObject([{ state: 'pending', attempts: [0] }]);
  await server.close();
});
