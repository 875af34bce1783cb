import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import type { ApiPromise, ContractDrift, Customer, CustomerList, PagePromise } from '@oms-sdk/client';
import { nodeFetch } from '@oms-sdk/client/node';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';
import { loopbackServer, respondWith } from '../harness/loopback-server.js';
import { observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

const onUnhandled = vi.fn();
beforeEach(() => void process.on('unhandledRejection', onUnhandled));
afterEach(() => {
  process.off('unhandledRejection', onUnhandled);
  onUnhandled.mockReset();
});

const notFound = () => json(example('error-not-found'), 404);
const ignore = () => undefined;

test.each<[string, (call: ApiPromise<Customer>) => unknown]>([
  ['catch', (call) => call.catch(ignore)],
  ['then with a second function', (call) => call.then(ignore, ignore)],
  ['withResponse and its catch', (call) => call.withResponse().catch(ignore)],
  ['await', (call) => caught(call)],
  ['Promise.allSettled', (call) => Promise.allSettled([call, call.withResponse()])],
])('leaves no rejection behind for who uses only %s', async (_, handle) => {
  const { client } = observedClient(notFound);

  handle(client.customers.get('cst_1'));
  await setImmediate();
  await setImmediate();

  expect(onUnhandled).not.toHaveBeenCalled();
});

test('leaves none behind when a call is aborted while its exchange fails', async () => {
  const controller = new AbortController();
  const { client } = observedClient(undefined, {
    exchange: async () => {
      await setImmediate();
      return notFound();
    },
  });

  const outcome = caught(client.customers.list({}, { signal: controller.signal }));
  controller.abort();
  await outcome;
  for (let round = 0; round < 5; round++) await setImmediate();

  expect(onUnhandled).not.toHaveBeenCalled();
});

test('leaves none behind when a call is aborted before it begins and the token function fails', async () => {
  const token = async () => {
    throw new Error('vault is sealed');
  };
  const { client } = observedClient(undefined, { token });

  await caught(client.customers.list({}, { signal: AbortSignal.abort() }));
  await setImmediate();

  expect(onUnhandled).not.toHaveBeenCalled();
});

test('leaves none behind when the token function aborts the call and fails', async () => {
  const controller = new AbortController();
  const token = async () => {
    controller.abort();
    throw new Error('vault is sealed');
  };
  const { client } = observedClient(undefined, { token });

  await caught(client.customers.list({}, { signal: controller.signal }));
  await setImmediate();

  expect(onUnhandled).not.toHaveBeenCalled();
});

test('leaves none behind when a request of nodeFetch is aborted on a kept connection', async () => {
  const controller = new AbortController();
  const { url, server, requests } = await loopbackServer((_, response) => {
    if (requests.length === 0) respondWith(response, {});
    else controller.abort();
  });
  const connected = once(server, 'connection');
  const fetch = nodeFetch();
  await (await fetch(url, {})).text();
  const closed = once((await connected)[0], 'close');

  await caught(fetch(url, { signal: controller.signal }));
  await closed;
  await setImmediate();

  expect(onUnhandled).not.toHaveBeenCalled();
});

test('leaves none behind when the logger rejects', async () => {
  const down = () => Promise.reject(new Error('logger down'));
  const { client } = observedClient(undefined, { logger: { debug: down, warn: down } });

  await client.customers.get('cst_1');
  await setImmediate();

  expect(onUnhandled).not.toHaveBeenCalled();
});

test('leaves none behind when the listener for contract drift rejects', async () => {
  const drifts: ContractDrift[] = [];
  const onContractDrift = async (drift: ContractDrift) => {
    drifts.push(drift);
    throw new Error('tracker down');
  };
  const { client } = observedClient(() => json({ unknown: 1 }), { onContractDrift });

  await client.customers.get('cst_1');
  await vi.waitFor(() => expect(drifts).not.toHaveLength(0));
  await setImmediate();

  expect(onUnhandled).not.toHaveBeenCalled();
});

test('leaves none behind when a renewal in the background fails', async () => {
  const exchange = (_: unknown, index: number) =>
    index === 0 ? json({ accessToken: 'old', expiresIn: 100 }) : notFound();
  const { client, exchanges } = observedClient(undefined, { exchange });

  await client.customers.list();
  await client.customers.list();
  await setImmediate();

  expect(exchanges).toHaveLength(2);
  expect(onUnhandled).not.toHaveBeenCalled();
});

test('leaves none behind when a body fails after the time was up', async () => {
  let fail = (_: Error): void => undefined;
  const pending = new Promise<Response>((_, reject) => {
    fail = reject;
  });
  const { client } = observedClient(() => pending);

  await caught(client.customers.get('cst_1', { timeoutMs: 1 }));
  fail(new Error('too late'));
  await setImmediate();

  expect(onUnhandled).not.toHaveBeenCalled();
});

test('leaves none behind when toArray is refused and the page fails as well', async () => {
  const { client } = observedClient(notFound);

  await caught(client.customers.list().toArray({ limit: 0 }));
  for (let round = 0; round < 5; round++) await setImmediate();

  expect(onUnhandled).not.toHaveBeenCalled();
});

test.each<[string, (list: PagePromise<CustomerList, Customer>) => PromiseLike<unknown>]>([
  ['iterated', (list) => list[Symbol.asyncIterator]().next()],
  ['awaited', (list) => list],
  ['awaited for its response', (list) => list.withResponse()],
])('leaves none behind when a list fails before it is %s, which rejects all the same', async (_, use) => {
  const { client } = observedClient(notFound);

  const list = client.customers.list();
  await setImmediate();
  await setImmediate();

  expect(onUnhandled).not.toHaveBeenCalled();
  expect((await caught(use(list))).name).toBe('NotFoundError');
});
