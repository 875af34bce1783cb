import { startMockServer } from '@oms-sdk/mock-server';
import { afterEach, expect, test, vi } from 'vitest';
import { ask } from '../ask.js';

const server = await startMockServer({ mode: 'mock', listen: false });

/** Has the server begin anew with these rules. */
function start(...rules: string[]): void {
  server.reset();
  for (const rule of rules) server.faults.add(rule);
}

afterEach(() => void vi.useRealTimers());

test('latency keeps the request back before it is carried out', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  start('latency=60000');
  const asking = ask(server, 'GET /customers');

  await vi.advanceTimersByTimeAsync(59_999);
  expect(server.requests).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);

  expect((await asking).status).toBe(200);
});

test('latency after the request was carried out keeps the answer back', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  start('latency=60000; when=after');
  const asking = ask(server, 'GET /customers');

  await vi.advanceTimersByTimeAsync(59_999);
  expect(server.requests).toMatchObject([{ status: 200, faults: ['latency'] }]);
  await vi.advanceTimersByTimeAsync(1);

  expect((await asking).status).toBe(200);
});

test('a reset of the server drops the requests that wait', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  start('latency=60000');
  const asking = ask(server, 'GET /customers');
  await vi.advanceTimersByTimeAsync(1);

  server.reset();

  await expect(asking).rejects.toThrow('fetch failed');
  expect([vi.getTimerCount(), server.requests]).toEqual([0, []]);
});

test('latencies add up', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  start('latency=1000', 'latency=500');
  const asking = ask(server, 'GET /customers');

  await vi.advanceTimersByTimeAsync(1499);
  expect(server.requests).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);

  expect((await asking).headers.get('x-oms-fault')).toBe('latency, latency');
});

test('an abort ends a latency at once', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  start('latency=60000');
  const caller = new AbortController();
  const asking = server.fetch(server.url, { signal: caller.signal });

  caller.abort(new Error('enough'));

  await expect(asking).rejects.toThrow('enough');
});

test.each(['reset-before', 'reset-after'])('%s rejects as fetch does', async (kind) => {
  start(kind);

  await expect(ask(server, 'GET /customers')).rejects.toThrow(
    expect.objectContaining({
      name: 'TypeError',
      message: 'fetch failed',
      cause: expect.objectContaining({ code: 'ECONNRESET' }),
    }),
  );
  expect(server.requests).toMatchObject([{ operationId: 'listCustomers', status: 0, faults: [kind] }]);
});

test('a reset in the body gives the status, part of the body and then an error', async () => {
  start('reset-in-body=3');
  const response = await server.fetch(`${server.url}/customers`, {
    headers: { authorization: 'Bearer any' },
  });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();

  expect(response.status).toBe(200);
  expect((await reader.read()).value).toHaveLength(3);
  await expect(reader.read()).rejects.toThrow(expect.objectContaining({ message: 'terminated' }));
});

test('a stalled body ends with the abort of its reader', async () => {
  start('stalled-body');
  const caller = new AbortController();
  const init = { headers: { authorization: 'Bearer any' }, signal: caller.signal };
  const response = await server.fetch(`${server.url}/customers`, init);
  const reading = response.text();

  caller.abort(new Error('enough'));

  await expect(reading).rejects.toThrow('enough');
});

test('truncated JSON comes as a whole answer that is no JSON', async () => {
  start('truncated-json; first=1');
  const url = `${server.url}/customers`;
  const init = { headers: { authorization: 'Bearer any' } };

  const cut = await (await server.fetch(url, init)).text();
  const whole = await (await server.fetch(url, init)).text();

  expect(cut).toBe(whole.slice(0, Math.floor(whole.length / 2)));
  expect(() => JSON.parse(cut)).toThrow(SyntaxError);
});

test('truncated JSON lacks one byte at least', async () => {
  start('truncated-json=100000');
  const response = await server.fetch(`${server.url}/customers`, {
    headers: { authorization: 'Bearer any' },
  });

  const text = await response.text();

  expect(() => JSON.parse(text)).toThrow(SyntaxError);
  expect(() => JSON.parse(`${text}}`)).not.toThrow();
});

test.each([
  ['html', 502, { 'content-type': 'text/html' }],
  ['html=504', 504, { 'content-type': 'text/html' }],
  ['status=503', 503, { 'retry-after': null }],
  ['status=503; retryAfter=7', 503, { 'retry-after': '7' }],
  ['status=307', 307, {}],
  ['status=204', 204, {}],
  ['rate-limit', 429, { 'retry-after': '1' }],
  ['rate-limit=Wed, 21 Oct 2026 07:28:00 GMT', 429, { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }],
  ['rate-limit=-1', 429, { 'retry-after': '-1' }],
  ['unauthorized', 401, { 'www-authenticate': 'Bearer' }],
])('%s answers %i', async (rule, status, headers) => {
  start(rule);

  const reply = await ask(server, 'GET /customers');

  expect(reply.status).toBe(status);
  for (const [name, value] of Object.entries(headers)) expect(reply.headers.get(name)).toBe(value);
});

test('clock skew shows in the Date header', async () => {
  const now = () => Date.parse('2026-01-01T00:00:00Z');
  const skewed = await startMockServer({ mode: 'mock', listen: false, now, faults: ['clock-skew=-3600000'] });

  const { headers } = await ask(skewed, 'GET /customers');

  expect(headers.get('date')).toBe('Wed, 31 Dec 2025 23:00:00 GMT');
});

test.each(['truncated-json', 'html', 'status=599', 'status=204', 'reset-in-body=0', 'clock-skew=1'])(
  'an answer hit by %s counts as no violation',
  async (rule) => {
    start(rule);
    await ask(server, 'GET /customers').catch(() => undefined);

    expect(server.violations).toEqual([]);
    expect(server.requests).toHaveLength(1);
  },
);

test('a request is checked even when a fault answers it', async () => {
  start('status=503');

  const { status, found } = await ask(server, 'POST /customers', { body: { type: 'company' } });

  expect(status).toBe(503);
  expect(found).toEqual(['request.body.const body.type']);
});

test('an answer hit by a fault says which in x-oms-fault', async () => {
  start('status=503; nth=1');

  const [hit, spared] = [await ask(server, 'GET /customers'), await ask(server, 'GET /customers')];

  expect([hit.headers.get('x-oms-fault'), spared.headers.get('x-oms-fault')]).toEqual(['status', null]);
});

test.each([204, 205, 304])('the status %i comes without a body', async (status) => {
  start(`status=${status}`);

  expect(await ask(server, 'GET /customers')).toMatchObject({ status, body: '' });
});

test.each([
  [403, 'forbidden'],
  [408, 'request_timeout'],
  [409, 'state_conflict'],
  [418, 'invalid_request'],
  [501, 'internal_error'],
])('the status %i has the code %s', async (status, code) => {
  start(`status=${status}`);

  expect(await ask(server, 'GET /customers')).toMatchObject({ status, body: { code } });
});
