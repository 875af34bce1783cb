import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { type MockServer, type MockServerOptions, startMockServer } from '@oms-sdk/mock-server';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { alice, begin, documents, observedSandbox } from '../sandbox/observed-sandbox.js';

afterEach(() => void vi.useRealTimers());

interface Message {
  readonly id: string;
  readonly event: string;
  readonly data: { readonly changes?: readonly Record<string, unknown>[] };
}

/** Reads the messages of a stream one by one; undefined when it has ended. */
function messagesOf(body: AsyncIterable<Uint8Array>) {
  const chunks = body[Symbol.asyncIterator]();
  const decoder = new TextDecoder();
  let text = '';
  return async (): Promise<Message | undefined> => {
    while (!text.includes('\n\n')) {
      const { done, value } = await chunks.next();
      if (done === true) return undefined;
      text += decoder.decode(value, { stream: true });
    }
    const end = text.indexOf('\n\n');
    const [id = '', event = '', data = ''] = text.slice(0, end).split('\n');
    text = text.slice(end + 2);
    return { id: id.slice(4), event: event.slice(7), data: JSON.parse(data.slice(6)) };
  };
}

/** Reads the stream of a server, from behind a message if one is named. */
async function reading(server: MockServer, lastEventId?: string) {
  const leaving = new AbortController();
  const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
  const response = await server.fetch(new URL('/__oms/stream', server.url), {
    headers,
    signal: leaving.signal,
  });
  const next = messagesOf(response.body as unknown as AsyncIterable<Uint8Array>);
  const first = await next();
  onTestFinished(() => leaving.abort());
  return { response, first, next, leave: () => leaving.abort() };
}

const mock = async (options: MockServerOptions = {}) => {
  const server = await startMockServer({ mode: 'mock', listen: false, now: () => begin, ...options });
  onTestFinished(() => server.close());
  const ask = () => server.fetch(`${server.url}/customers`, { headers: { authorization: 'Bearer any' } });
  return { server, ask };
};

test('a stream begins with an id to come back with, and is kept by no cache', async () => {
  const { server } = await mock();
  const { response, first } = await reading(server);

  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(first).toEqual({ id: expect.stringMatching(/^[0-9a-f]{8}-0$/), event: 'begin', data: {} });
});

test('an exchange is told with its check, its time and how long it took', async () => {
  const { server } = await mock();
  const { next } = await reading(server);
  await server.fetch(`${server.url}/customers?limit=x`, { headers: { authorization: 'Bearer any' } });
  const message = await next();

  expect(message?.event).toBe('changes');
  expect(message?.data.changes).toEqual([
    {
      ...{ type: 'exchange', id: expect.stringMatching(/^req_/), time: new Date(begin).toISOString() },
      ...{ durationMs: 0, operationId: 'listCustomers', method: 'GET', path: '/customers', status: 400 },
      violations: server.violations,
    },
  ]);
});

test('what changes in the sandbox is told, once a message', async () => {
  const options = {
    deliver: async () => 200,
    webhookEndpoints: [{ url: 'http://127.0.0.1:1/', secret: 's' }],
  };
  const { server, send } = await observedSandbox(1, options);
  const { next } = await reading(server);
  const seen: unknown[] = [];
  const { body } = await send('POST', '/customers', { ...alice, ...documents });
  server.sandbox.advance(1000);
  await server.sandbox.delivered();
  while (!seen.includes('attempt')) {
    const changes = (await next())?.data.changes ?? [];
    const named = changes.filter(({ type }) => !['exchange', 'attempt'].includes(String(type)));
    expect(new Set(named.map(({ type, id }) => `${type} ${id}`)).size).toBe(named.length);
    seen.push(...changes.flatMap(({ type, id }) => [type, `${type} ${id}`]));
  }

  expect(seen).toEqual(expect.arrayContaining(['clock', `customer ${body['id']}`, 'delivery']));
});

test('an endorsement that is decided by time alone is told', async () => {
  const { server, send } = await observedSandbox(1, { scenarios: ['reject'] });
  const { body } = await send('POST', '/customers', { ...alice, ...documents });
  const { next } = await reading(server);
  server.sandbox.advance(1000);

  expect((await next())?.data.changes).toContainEqual({ type: 'customer', id: body['id'] });
});

test('faults and a reset are told', async () => {
  const { server } = await mock();
  const { next } = await reading(server);
  server.faults.add('html');
  expect((await next())?.data.changes).toEqual([{ type: 'faults' }]);
  server.reset();

  expect((await next())?.data.changes).toContainEqual({ type: 'reset' });
});

test('a burst becomes few messages, under the fake timers of a test too', async () => {
  vi.useFakeTimers();
  const { server, ask } = await mock();
  const { next } = await reading(server);
  for (let call = 0; call < 50; call += 1) await ask();
  const [first, second] = [await next(), await next()];

  expect(first?.data.changes).toHaveLength(1);
  expect(second?.data.changes).toHaveLength(49);
});

test('whoever comes back gets what happened meanwhile', async () => {
  const { server, ask } = await mock();
  const { next, leave } = await reading(server);
  await ask();
  const last = await next();
  leave();
  await ask();
  await ask();
  const again = await reading(server, last?.id);

  expect(again.first).toMatchObject({ id: last?.id, event: 'begin' });
  expect((await again.next())?.data.changes).toHaveLength(2);
});

test('whoever comes back too late learns that something was missed', async () => {
  const { server } = await mock();
  const { first, leave } = await reading(server);
  leave();
  for (let change = 0; change < 2100; change += 1) server.faults.clear();
  const again = await reading(server, first?.id);

  expect(await again.next()).toMatchObject({ event: 'missed' });
});

test('a reader who is slow gets the latest and learns that it missed the rest', async () => {
  const { server } = await mock();
  const { next } = await reading(server);
  for (let change = 0; change < 2100; change += 1) server.faults.clear();

  expect((await next())?.event).toBe('missed');
  expect((await next())?.data.changes).toEqual([{ type: 'faults' }]);
});

test('an id of another server is one that missed everything', async () => {
  const { server } = await mock();
  const { next } = await reading(server, '00000000-7');

  expect((await next())?.event).toBe('missed');
});

test('nothing is collected while nobody reads', async () => {
  const { server, ask } = await mock();
  await ask();
  const { first } = await reading(server);

  expect(first?.id).toMatch(/-0$/);
});

test('close() ends streams that are open, over a socket too', async () => {
  const server = await startMockServer({ mode: 'mock' });
  const request = get(new URL('/__oms/stream', server.url));
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const inProcess = await reading(server);
  const next = messagesOf(response);
  expect((await next())?.event).toBe('begin');
  await server.close();

  expect([(await next())?.event, await next()]).toEqual(['end', undefined]);
  expect([(await inProcess.next())?.event, await inProcess.next()]).toEqual(['end', undefined]);
});

test('a reader who hangs up over a socket is forgotten', async () => {
  const server = await startMockServer({ mode: 'mock' });
  onTestFinished(() => server.close());
  const request = get(new URL('/__oms/stream', server.url));
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const next = messagesOf(response);
  await next();
  response.destroy();
  const latest = async () => {
    const { first, leave } = await reading(server);
    leave();
    return Number(first?.id.split('-')[1]);
  };

  // What nobody reads is collected no more than is kept for a reader who comes back.
  await vi.waitFor(async () => {
    const before = await latest();
    for (let change = 0; change < 5000; change += 1) server.faults.clear();
    expect((await latest()) - before).toBeLessThan(2100);
  }, 60_000);
});

test('HEAD has the headers and ends', async () => {
  const server = await startMockServer({ mode: 'mock' });
  onTestFinished(() => server.close());
  const response = await fetch(new URL('/__oms/stream', server.url), { method: 'HEAD' });

  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
});

test('a stream is not for pages from elsewhere, and needs the token where admin routes do', async () => {
  const server = await startMockServer({ mode: 'mock', adminToken: 'sesame' });
  onTestFinished(() => server.close());
  const statusOf = async (headers: Record<string, string>) => {
    const request = get(new URL('/__oms/stream', server.url), { headers });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    response.destroy();
    return response.statusCode;
  };

  expect(await statusOf({})).toBe(401);
  expect(await statusOf({ authorization: 'Bearer sesame', origin: 'https://evil.example' })).toBe(403);
  expect(await statusOf({ authorization: 'Bearer sesame', host: 'evil.example' })).toBe(403);
  expect(await statusOf({ authorization: 'Bearer sesame' })).toBe(200);
});
