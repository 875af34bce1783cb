import { getEventListeners } from 'node:events';
import type { OmsClient } from '@oms-sdk/client';
import { describe, expect, test } from 'vitest';
import { stalledResponses } from '../src/fault-server/broken-connections.js';
import { person } from '../src/fault-server/canaries.js';
import { always, type FaultyClientOptions, faultyClient } from '../src/fault-server/faulty-client.js';
import type { Reply } from '../src/fault-server/received-request.js';
import { json } from '../src/fault-server/response.js';

const token = async () => 'token';
const customer = json({ id: 'cst_1' });

/** Where a call can be when it is aborted: what it meets, and when it has got there. */
const places: Record<string, { reply: Reply; options: FaultyClientOptions; waits: number }> = {
  'before the headers': { reply: stalledResponses['headers that never come'], options: { token }, waits: 1 },
  'within the headers': {
    reply: stalledResponses['headers that stop in the middle'],
    options: { token },
    waits: 1,
  },
  'before the body': { reply: stalledResponses['a body that never comes'], options: { token }, waits: 1 },
  'within the body': { reply: stalledResponses['a body that drips'], options: { token }, waits: 1 },
  'in the back-off': {
    reply: json({}, 503, ['retry-after: 30']),
    options: { token, maxRetries: 5 },
    waits: 1,
  },
  'in the token exchange': {
    reply: customer,
    options: { exchange: always(stalledResponses['headers that never come']) },
    waits: 1,
  },
  'in a token function of the caller': {
    reply: customer,
    options: { token: () => new Promise(() => {}) },
    waits: 0,
  },
};

describe.each(Object.entries(places))('an abort %s', (_, { reply, options, waits }) => {
  test.each<[string, (client: OmsClient, signal: AbortSignal) => PromiseLike<unknown>]>([
    ['a get', (client, signal) => client.customers.get('cst_1', { signal })],
    ['a create', (client, signal) => client.customers.create(person, { signal })],
    ['a list', (client, signal) => client.customers.list({}, { signal }).toArray({ limit: 5 })],
  ])('ends %s at once with its own reason and leaves no listener', async (__, call) => {
    const { client, server } = await faultyClient(always(reply), options);
    const controller = new AbortController();
    const reason = { why: 'the user left' };
    const outcome = Promise.resolve(call(client, controller.signal)).catch((error: unknown) => error);
    await expect.poll(() => server.requests.length).toBe(waits);
    await new Promise((resolve) => setTimeout(resolve, 20));

    const start = performance.now();
    controller.abort(reason);

    expect(await outcome).toBe(reason);
    // Less than any limit of the client, and than the 30 seconds that the server asks for.
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });
});

test('an abort while the connection is made ends the call at once', async () => {
  const { server } = await faultyClient(always(customer));
  const baseUrl = server.origin.replace('http:', 'https:');
  const { client } = await faultyClient(always(customer), { baseUrl, token });
  const controller = new AbortController();
  const outcome = client.customers
    .create(person, { signal: controller.signal })
    .catch((error: unknown) => error);
  await expect.poll(() => server.connections()).toBe(1);

  controller.abort('no more');

  expect(await outcome).toBe('no more');
  expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
});

test('an abort closes the connection', async () => {
  const { client, server } = await faultyClient(always(stalledResponses['a body that drips']), { token });
  const controller = new AbortController();
  const outcome = client.customers
    .get('cst_1', { signal: controller.signal })
    .catch((error: unknown) => error);
  await expect.poll(() => server.requests.length).toBe(1);

  controller.abort();

  expect(await outcome).toBe(controller.signal.reason);
  await expect.poll(() => server.sockets.has(1)).toBe(false);
});

test('an abort of one call leaves the token exchange to the others', async () => {
  let answerExchange = () => {};
  const { client, exchanges } = await faultyClient(always(customer), {
    exchange: always((socket) => {
      answerExchange = () => json({ accessToken: 'token', expiresIn: 3600 })(socket, {} as never);
    }),
  });
  const controller = new AbortController();
  const aborted = client.customers
    .get('cst_1', { signal: controller.signal })
    .catch((error: unknown) => error);
  const patient = client.customers.get('cst_1');
  await expect.poll(() => exchanges().length).toBe(1);

  controller.abort('no more');
  expect(await aborted).toBe('no more');
  answerExchange();

  expect(await patient).toEqual({ id: 'cst_1' });
  expect(exchanges()).toHaveLength(1);
});

test('300 calls leave no listener on a signal that lives long', async () => {
  const { client } = await faultyClient((_, index) => (index % 3 === 0 ? json({}, 404) : customer));
  const { signal } = new AbortController();

  for (let wave = 0; wave < 3; wave += 1) {
    const calls = Array.from({ length: 100 }, () => client.customers.get('cst_1', { signal }));
    await Promise.allSettled(calls);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  }
});
