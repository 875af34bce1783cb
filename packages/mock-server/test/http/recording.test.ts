import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Deliver, type MockServer, type MockServerOptions, startMockServer } from '@oms-sdk/mock-server';
import { expect, onTestFinished, test } from 'vitest';
import { begin } from '../sandbox/observed-sandbox.js';

const canary = 'canary-7f3a';
const headers = {
  authorization: `Bearer ${canary}`,
  'content-type': 'application/json',
  'idempotency-key': 'k',
};

/** A server that records, and how it is asked. */
async function recording(options: MockServerOptions = {}) {
  const server = await startMockServer({
    mode: 'mock',
    listen: false,
    studio: true,
    now: () => begin,
    ...options,
  });
  onTestFinished(() => server.close());
  const post = (path: string, body: unknown, more = {}) =>
    server.fetch(server.url + path, {
      method: 'POST',
      headers: { ...headers, ...more },
      body: JSON.stringify(body),
    });
  return { server, post, ...adminOf(server) };
}

function adminOf(server: MockServer) {
  const admin = async (path: string, body?: unknown) => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    return (await server.fetch(new URL(`/__oms/${path}`, server.url), init)).json();
  };
  const exchanges = async () => (await admin('exchanges')).exchanges;
  const full = async (index = -1) => admin(`exchanges/${(await exchanges()).at(index).id}`);
  return { admin, exchanges, full };
}

test('an exchange is kept with headers, bodies, and where each violation is', async () => {
  const { post, full } = await recording();
  await post('/customers', { type: 'company', firstName: 'Jane' }, { 'x-trace': canary });
  const { request, response, violations, ...exchange } = await full();

  expect(exchange).toEqual({
    ...{ id: expect.stringMatching(/^req_/), time: new Date(begin).toISOString(), durationMs: 0 },
    ...{ operationId: 'createCustomer', method: 'POST', path: '/customers', status: 422 },
    target: '/v0.9/customers',
  });
  expect(JSON.parse(request.body.text)).toEqual({ type: 'company', firstName: 'Jane' });
  expect(request.headers).toMatchObject({
    authorization: 'Bearer ***',
    'x-trace': '***',
    'idempotency-key': 'k',
  });
  expect(JSON.parse(response.body.text)).toMatchObject({ code: 'validation_failed' });
  expect(violations).toMatchObject([
    {
      code: 'request.body.const',
      pointer: '/type',
      explanation: expect.stringContaining('not the one that the spec requires'),
    },
  ]);
});

test('nothing that is write-only, unknown or a secret is kept', async () => {
  const { server, post, exchanges, full } = await recording({ mode: 'sandbox' });
  const document = { type: 'passport', issuingCountry: canary, number: canary, other: canary };
  const person = {
    ...{
      type: 'individual',
      birthDate: canary,
      ipAddress: canary,
      birthdate: canary,
      ssn: { number: canary },
    },
    ...{
      residentialAddress: { line1: canary, nested: [{ deep: canary }] },
      identifyingInformation: [document, canary],
    },
    metadata: { plan: 'starter', birthDate: canary, apiToken: canary },
  };
  await post('/auth/token', { apiKey: `sk_sdbx_${canary}`, apiSecret: canary });
  await post('/customers', person);
  await post('/customers', [person]);
  await post('/customers', canary);
  await post(`/customers?secret=${canary}&other=${canary}`, person);
  await post(`/${canary}`, person);
  await post(
    '/customers/c1/external-accounts',
    { bankDetails: { accountNumber: canary, other: canary } },
    { cookie: canary },
  );
  await server.fetch(`${server.url}/customers`, {
    method: 'POST',
    headers,
    body: `{"birthDate":"${canary}"`,
  });
  const all = [];
  for (const index of (await exchanges()).keys()) all.push(await full(index));

  expect(all).toHaveLength(8);
  expect(JSON.stringify([await exchanges(), all])).not.toContain(canary);
  const { body } = all[1].request;
  expect(JSON.parse(body.text)).toMatchObject({ birthDate: '***', metadata: { plan: 'starter' } });
  expect(JSON.parse(body.text).residentialAddress).toEqual({ line1: '***', '***': [{ '***': '***' }] });
  expect(all[7].request.body).toEqual({ text: '', bytes: 26, note: 'not-json' });
});

test('tokens and secrets in responses are masked', async () => {
  const { server, full } = await recording({ mode: 'sandbox' });
  const call = async (path: string, body: unknown, authorization: string) => {
    const init = { method: 'POST', headers: { ...headers, authorization }, body: JSON.stringify(body) };
    return (await server.fetch(server.url + path, init)).json();
  };
  const { accessToken } = await call('/auth/token', { apiKey: 'sk_sdbx_any', apiSecret: 'any' }, '');
  expect(JSON.parse((await full()).response.body.text)).toMatchObject({
    accessToken: '***',
    tokenType: 'bearer',
  });
  const { secret } = await call('/webhooks', { url: 'http://127.0.0.1:1/' }, `Bearer ${accessToken}`);

  expect(JSON.parse((await full()).response.body.text)).toMatchObject({ secret: '***' });
  expect(JSON.stringify(await full())).not.toMatch(new RegExp(`${secret}|${accessToken}`));
});

test('a long body is cut, with a note', async () => {
  const { post, full } = await recording();
  await post('/customers', { type: 'individual', firstName: 'x'.repeat(70_000) });

  const { text, note, bytes } = (await full()).request.body;
  expect([text.length, note, bytes > 70_000]).toEqual([65_536, 'cut', true]);
});

test('the latest 500 exchanges are kept, and 16 MB', async () => {
  const { server, post, exchanges } = await recording({ strict: false });
  for (let call = 0; call < 300; call += 1) await post('/customers', { firstName: 'x'.repeat(64_000) });
  expect((await exchanges()).length).toBeLessThan(270);
  for (let call = 0; call < 510; call += 1) await server.fetch(`${server.url}/customers`, { headers });

  expect(await exchanges()).toHaveLength(500);
});

test('nothing is recorded unless it is asked for, and a reset forgets', async () => {
  const { server, post, exchanges, admin } = await recording();
  await post('/customers', {});
  expect(await exchanges()).toHaveLength(1);
  server.reset();
  expect(await exchanges()).toEqual([]);
  const other = await startMockServer({ mode: 'mock', listen: false });
  await other.fetch(`${other.url}/customers`, { headers });

  expect(await adminOf(other).admin('exchanges')).toEqual({ isRecording: false, exchanges: [] });
  expect((await admin('exchanges')).isRecording).toBe(true);
});

test('coverage has every status of every operation, met and untried', async () => {
  const { server, admin } = await recording();
  await server.fetch(`${server.url}/customers`, { headers });
  await server.fetch(`${server.url}/customers?limit=x`, { headers });
  const { operations, violations } = await admin('coverage');
  const { statuses } = operations.find(
    ({ operationId }: { operationId: string }) => operationId === 'listCustomers',
  );
  const count = (wanted: string) =>
    statuses.find(({ status }: { status: string }) => status === wanted)?.count;

  expect([count('200'), count('400'), count('401')]).toEqual([1, 1, 0]);
  expect(operations.length).toBeGreaterThan(15);
  expect(violations).toEqual([{ code: 'request.query.type', severity: 'error', count: 1 }]);
});

test('the clock moves to what is due next, and to the end of the token', async () => {
  const { server, admin, post } = await recording({ mode: 'sandbox' });
  expect(await admin('clock', { to: 'token-expiry' })).toMatchObject({ code: 'invalid_request' });
  await post('/auth/token', { apiKey: 'sk_sdbx_any', apiSecret: 'any' });
  server.sandbox.seed({ customers: [{ firstName: 'Jane' }] });
  const [{ customer }] = (await admin('customers')).customers;
  const decision = { endorsement: 'basic', status: 'ISSUES', afterMs: 5000 };
  await admin('endorsements', { customerId: customer.id, ...decision });
  const nextDueAt = new Date(begin + 5000).toISOString();

  expect(await admin(`customers/${customer.id}`)).toMatchObject({ nextDueAt });
  expect(await admin('clock')).toMatchObject({ now: new Date(begin).toISOString(), aheadMs: 0, nextDueAt });
  expect(await admin('clock', { to: 'next-due' })).toMatchObject({
    now: nextDueAt,
    nextDueAt: null,
    advancedMs: 5000,
  });
  expect(await admin('clock', { to: 'token-expiry' })).toMatchObject({
    aheadMs: 3_600_000,
    tokenExpiresAt: null,
  });
  expect(await admin('clock', { to: 'noon' })).toMatchObject({
    message: expect.stringContaining('next-due, token-expiry'),
  });
});

test('an endpoint is listed without its secret, and shows it by itself', async () => {
  const { server, admin } = await recording({ mode: 'sandbox' });
  server.sandbox.seed({ webhookEndpoints: [{ url: 'https://app.example/', secret: 'whsec_1' }] });
  const { endpoints } = await admin('endpoints');

  expect(endpoints).toMatchObject([
    { url: 'https://app.example/', neverCalled: expect.stringContaining('loopback') },
  ]);
  expect(JSON.stringify(endpoints)).not.toContain('whsec_1');
  expect(await admin(`endpoints/${endpoints[0].id}`)).toMatchObject({ secret: 'whsec_1' });
});

test('a delivery shows its event and when it is due', async () => {
  const { server, admin } = await recording({ mode: 'sandbox', deliver: async () => 503 });
  server.sandbox.seed({ webhookEndpoints: [{ url: 'http://127.0.0.1:1/hooks?x=1', secret: 'whsec_1' }] });
  const body = (await admin('events')).events['wallet.depositDetected'];
  const data = { ...body.data, amount: '77' };
  const { deliveries } = await admin('trigger', { event: 'wallet.depositDetected', body: { ...body, data } });
  await server.sandbox.delivered();
  const shown = await admin(`deliveries/${deliveries[0].id}`);

  expect(shown).toMatchObject({ url: 'http://127.0.0.1:1/hooks', attempts: [503], state: 'pending' });
  expect(shown.history).toMatchObject([{ attempt: 1, status: 503, time: new Date(begin).toISOString() }]);
  expect(shown.dueAt).toBe(new Date(begin + 10_000).toISOString());
  expect(JSON.parse(shown.body)).toMatchObject({ event: 'wallet.depositDetected', data: { amount: '77' } });
});

test.each([
  ['application/json', { message: 'Nobody.', birthDate: canary }, '{"message":"Nobody.","birthDate":"***"}'],
  [
    'application/json',
    {
      message: 'Nobody named jane@example.com was born 1990-05-15',
      details: [{ code: 19900515, reason: `Passport ${canary} is unknown.` }],
      metadata: { 'jane@example.com': 'x'.repeat(25) },
    },
    '{"message":"Nobody named *** was born ***","details":[{"code":"***","reason":"Passport *** is unknown."}],"metadata":{"***":"***"}}',
  ],
  [
    'text/plain',
    'Unknown signature from jane@example.com, born 1990-05-15',
    'Unknown signature from *** born ***',
  ],
  ['text/html', `<p>${canary}`, ''],
])('what a receiver responds in %s is kept with its attempt, masked', async (type, body, text) => {
  const response = {
    status: 500,
    headers: { 'content-type': type, 'x-trace': canary },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
  const { server, admin } = await recording({ mode: 'sandbox', deliver: async () => response });
  server.sandbox.seed({ webhookEndpoints: [{ url: 'http://127.0.0.1:1/', secret: 'whsec_1' }] });
  const { deliveries } = await admin('trigger', { event: 'wallet.depositDetected' });
  await server.sandbox.delivered();
  const [attempt] = (await admin(`deliveries/${deliveries[0].id}`)).history;

  expect(attempt.response).toMatchObject({
    headers: { 'content-type': type, 'x-trace': '***' },
    body: { text, bytes: response.body.length },
  });
  expect(attempt.request.headers).toEqual({
    'content-type': 'application/json',
    'webhook-signature': '***',
  });
  expect(JSON.parse(attempt.request.body.text)).toMatchObject({ event: 'wallet.depositDetected' });
  expect(JSON.stringify(attempt)).not.toContain(canary);
});

const longJson = JSON.stringify({ message: 'a word '.repeat(5000) });

test.each([
  ['text', { 'content-type': 'text/plain' }, 'a word '.repeat(5000), 'cut', 1000, 16_384],
  ['text of one word', { 'content-type': 'text/plain' }, canary, 'cut', 0, canary.length],
  ['JSON', { 'content-type': 'application/json' }, longJson, 'too-large', 0, 16_384],
  [
    'JSON of a known length',
    { 'content-type': 'application/json', 'content-length': '50000' },
    longJson,
    'too-large',
    0,
    50_000,
  ],
])('the beginning of endless %s is read, and ends no delivery', async (_, head, text, ...expected) => {
  const receiver = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(202, head).write(text);
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => receiver.once('listening', resolve));
  onTestFinished(() => void receiver.close());
  const { port } = receiver.address() as AddressInfo;
  const { server, admin } = await recording({ mode: 'sandbox' });
  server.sandbox.seed({ webhookEndpoints: [{ url: `http://127.0.0.1:${port}/`, secret: 'whsec_1' }] });
  const { deliveries } = await admin('trigger', { event: 'wallet.depositDetected' });
  await server.sandbox.delivered();
  const { state, history } = await admin(`deliveries/${deliveries[0].id}`);

  const { note, text: kept, bytes } = history[0].response.body;
  expect([state, history[0].status, note, kept.length, bytes]).toEqual(['delivered', 202, ...expected]);
});

test('an attempt took until its status came, however long its body is read', async () => {
  let now = begin;
  const deliver: Deliver = async (_url, _body, _headers, { responded }) => {
    now += 20;
    responded?.();
    now += 500;
    return { status: 200, body: 'ok' };
  };
  const { server, admin } = await recording({ mode: 'sandbox', now: () => now, deliver });
  server.sandbox.seed({ webhookEndpoints: [{ url: 'http://127.0.0.1:1/', secret: 'whsec_1' }] });
  const { deliveries } = await admin('trigger', { event: 'wallet.depositDetected' });
  await server.sandbox.delivered();

  expect((await admin(`deliveries/${deliveries[0].id}`)).history).toMatchObject([{ durationMs: 20 }]);
});

test('attempts are kept with 64 kB of their event, and 4 MB in all', async () => {
  const { server, admin } = await recording({ mode: 'sandbox', strict: false, deliver: async () => 200 });
  server.sandbox.seed({ webhookEndpoints: [{ url: 'http://127.0.0.1:1/', secret: 'whsec_1' }] });
  const event = (await admin('events')).events['wallet.depositDetected'];
  const body = { ...event, data: { ...event.data, amount: '7'.repeat(70_000) } };
  const ids: string[] = [];
  for (let call = 0; call < 70; call += 1) {
    const { deliveries } = await admin('trigger', { event: 'wallet.depositDetected', body });
    await server.sandbox.delivered();
    ids.push(deliveries[0].id);
  }
  const histories = await Promise.all(ids.map(async (id) => (await admin(`deliveries/${id}`)).history));

  expect(histories[0]).toEqual([]);
  expect(histories[69][0].request.body).toMatchObject({ note: 'cut', text: expect.any(String) });
  expect(histories[69][0].request.body.text).toHaveLength(65_536);
  expect(histories.flat().length).toBeGreaterThan(60);
});

test('a customer is shown with the events about it', async () => {
  const { server, admin } = await recording({ mode: 'sandbox', deliver: async () => 200 });
  const { customerIds } = server.sandbox.seed({
    customers: [{ firstName: 'Jane' }, { firstName: 'Ina' }],
    webhookEndpoints: [{ url: 'http://127.0.0.1:1/', secret: 'whsec_1' }],
  });
  const event = 'customer.endorsement.granted';
  const { deliveries } = await admin('trigger', { event, customer: customerIds[0] });
  await server.sandbox.delivered();

  const shown = await admin(`customers/${customerIds[0]}`);

  expect(shown.deliveries).toMatchObject([{ id: deliveries[0].id, event }]);
  expect(shown.attempts).toMatchObject([{ deliveryId: deliveries[0].id, status: 200 }]);
  expect(JSON.stringify(shown.attempts)).not.toContain('"body"');
  expect((await admin(`customers/${customerIds[1]}`)).deliveries).toEqual([]);
});

test('made-up people are listed by their names, ready to be seeded', async () => {
  const { server, admin } = await recording({ mode: 'sandbox' });
  const { people } = await admin('people');

  expect(Object.keys(people)).toContain('incomplete');
  expect(server.sandbox.seed({ customers: Object.values(people) }).customerIds).toHaveLength(
    Object.keys(people).length,
  );
});

test('an event is checked as it is typed, and not sent', async () => {
  const { server, admin } = await recording({ mode: 'sandbox' });
  const event = (await admin('events')).events['wallet.depositDetected'];

  expect(await admin('events', { event })).toEqual({ violations: [] });
  const { violations } = await admin('events', { event: { ...event, data: { ...event.data, amount: 5 } } });
  expect(violations).toMatchObject([{ code: 'event.body.type', location: ['body', 'data', 'amount'] }]);
  expect(server.violations).toEqual([]);
});
