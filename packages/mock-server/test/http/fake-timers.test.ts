import { once } from 'node:events';
import { get } from 'node:http';
import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { afterEach, expect, test, vi } from 'vitest';
import { openConnection, requestText } from '../raw-exchange.js';
import { alice, documents, observedSandbox } from '../sandbox/observed-sandbox.js';

const authorization = 'Bearer any';

/** What test runners replace by default. */
const ofRunners = undefined;
/** What `sinon` replaces by default, except `nextTick`: without it node:http itself does nothing. */
const ofSinon: NonNullable<Parameters<typeof vi.useFakeTimers>[0]>['toFake'] = [
  ...([
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'setImmediate',
    'clearImmediate',
  ] as const),
  ...(['Date', 'performance', 'hrtime', 'queueMicrotask'] as const),
];

afterEach(() => void vi.useRealTimers());

/** The status of a response over a socket. The global `fetch` needs `queueMicrotask` itself. */
async function statusOf({ url }: MockServer): Promise<number | undefined> {
  const request = get(`${url}/customers`, { headers: { authorization }, agent: false });
  const [response] = await once(request, 'response');
  response.resume();
  await once(response, 'end');
  return response.statusCode;
}

const cases = [
  { moment: 'before', whose: 'test runners', toFake: ofRunners },
  { moment: 'before', whose: 'sinon', toFake: ofSinon },
  { moment: 'after', whose: 'test runners', toFake: ofRunners },
  { moment: 'after', whose: 'sinon', toFake: ofSinon },
] as const;

test.each(cases)('a server started $moment the fake timers of $whose responds and closes', async (its) => {
  const before = its.moment === 'before' ? await startMockServer({ mode: 'mock' }) : undefined;
  vi.useFakeTimers(its.toFake && { toFake: [...its.toFake] });
  const server = before ?? (await startMockServer({ mode: 'mock' }));

  expect([await statusOf(server), await statusOf(server)]).toEqual([200, 200]);
  const { status } = await server.fetch(`${server.url}/customers`, { headers: { authorization } });
  expect(status).toBe(200);
  await server.close();
});

test('fake timers of an earlier test do not keep a server from responding', async () => {
  vi.useFakeTimers();
  const server = await startMockServer({ mode: 'mock' });
  void statusOf(server);
  vi.useRealTimers();

  expect(await statusOf(server)).toBe(200);
  await server.close();
});

test('a server whose modules are read under fake timers responds', async () => {
  vi.useFakeTimers({ toFake: [...ofSinon] });
  vi.resetModules();
  const modules = await import('@oms-sdk/mock-server');
  const server = await modules.startMockServer({ mode: 'mock' });

  expect(await statusOf(server)).toBe(200);
  await server.close();
});

test('a busy connection is cut under fake timers', async () => {
  vi.useFakeTimers();
  const server = await startMockServer({ mode: 'mock' });
  const socket = await openConnection(server.url);
  socket.on('error', () => undefined).resume();
  socket.write(requestText('POST /v0.9/customers', { 'content-length': '10' }));
  const cut = once(socket, 'close');

  await server.close();
  await cut;
});

test('what is due in the sandbox goes out by itself, on the clock that is faked', async () => {
  vi.useFakeTimers();
  let deliver = async () => 200;
  const delivery = new Promise<void>((resolve) => {
    deliver = async () => {
      resolve();
      return 200;
    };
  });
  const options = { now: undefined, checks: { afterMs: 20 }, deliver: () => deliver() };
  const { server, send } = await observedSandbox(1, options);
  await send('POST', '/webhooks', { url: 'https://receiver.example/' });
  await send('POST', '/customers', { ...alice, ...documents, endorsements: ['cryptoCustody'] });
  vi.setSystemTime(Date.now() + 20);

  await delivery;
  await server.close();
});
