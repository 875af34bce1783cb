import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MockServerOptions } from '@oms-sdk/mock-server';
import { expect, onTestFinished, test } from 'vitest';
import { filteredOutput, humanOutput, jsonOutput } from '../../src/cli/output.js';
import { startObservedServer } from '../../src/server.js';
import { begin } from './observed-sandbox.js';

const event = 'wallet.depositDetected';
const url = 'http://127.0.0.1:3000/webhooks';
const secret = 'whsec_local';

/** What is printed of deliveries and endpoints, for people and for machines. */
async function printing(options: MockServerOptions, log: 'all' | 'violations' = 'all', hasBodies = false) {
  const [lines, json]: [string[], Record<string, unknown>[]] = [[], []];
  const style = { hasColour: false, isQuiet: false, hasBodies };
  const human = filteredOutput(
    humanOutput((line) => lines.push(line), style),
    { log, quiet: false },
  );
  const machine = jsonOutput((line) => json.push(JSON.parse(line)), { hasBodies });
  const server = await startObservedServer({ listen: false, now: () => begin, ...options }, [human, machine]);
  onTestFinished(() => server.close());
  return { server, lines, json };
}

test('an attempt that arrived is a line with status and time', async () => {
  const { server, lines } = await printing({ webhookEndpoints: [{ url, secret }], deliver: async () => 200 });
  server.sandbox.trigger(event);
  await server.sandbox.delivered();

  expect(lines).toEqual([`→ ${event}  ${url}  200  0 ms`]);
});

test('an attempt that failed says when the next one is, and the last one that there is none', async () => {
  const { server, lines } = await printing({ webhookEndpoints: [{ url, secret }], deliver: async () => 503 });
  server.sandbox.trigger(event);
  await server.sandbox.delivered();
  for (let attempt = 2; attempt <= 10; attempt += 1) {
    server.sandbox.advance(129_600_000);
    await server.sandbox.delivered();
  }

  expect(lines).toEqual([
    `→ ${event}  ${url}  503, again in 10 s`,
    `→ ${event}  ${url}  503, again in 1 min`,
    `→ ${event}  ${url}  503, again in 5 min`,
    `→ ${event}  ${url}  503, again in 30 min`,
    ...[1, 3, 8, 24, 36].map((hours) => `→ ${event}  ${url}  503, again in ${hours} h`),
    `→ ${event}  ${url}  503, given up after 10 attempts`,
  ]);
});

test('a receiver that is not there is one that refused', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => closed.once('listening', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const gone = `http://127.0.0.1:${port}/`;
  const { server, lines, json } = await printing({ webhookEndpoints: [{ url: gone, secret }] });
  server.sandbox.trigger(event);
  await server.sandbox.delivered();

  expect(lines).toEqual([`→ ${event}  ${gone}  refused, again in 10 s`]);
  expect(json).toMatchObject([{ event: 'attempt', name: event, status: 0, failure: 'refused', attempt: 1 }]);
});

test('what may be secret in a URL is not shown', async () => {
  const secretive = 'https://user:hunter2@app.example/hooks?token=hunter2#hunter2';
  const options = { webhookEndpoints: [{ url: secretive, secret }], deliver: async () => 200 };
  const { server, lines, json } = await printing(options);
  server.sandbox.trigger(event);
  await server.sandbox.delivered();

  expect(lines).toEqual([`→ ${event}  https://app.example/hooks  200  0 ms`]);
  expect(JSON.stringify(json)).not.toMatch(/hunter2|whsec/);
});

test.each([
  [{ url: 'https://app.example/hooks' }, 'it is not a loopback address, and neither webhookEndpoints nor'],
  [{ url, enabled: false }, 'it is disabled'],
])('an endpoint %j that is never called says so when it is made', async (fields, reason) => {
  const { server, lines, json } = await printing({});
  const webhookEndpoints = [{ ...fields, secret }];
  server.sandbox.seed({ webhookEndpoints });

  expect(lines).toEqual([
    expect.stringContaining(`! the webhook endpoint ${fields.url} is never called: ${reason}`),
  ]);
  expect(json).toMatchObject([{ event: 'endpoint', url: fields.url }]);
});

test('an endpoint that is never called says so in each of its lines', async () => {
  const { server, lines } = await printing({});
  server.sandbox.seed({ webhookEndpoints: [{ url: 'https://app.example/', secret }] });
  server.sandbox.trigger(event);
  await server.sandbox.delivered();

  expect(lines.at(-1)).toContain(
    `→ ${event}  https://app.example/  not called: it is not a loopback address`,
  );
});

test('in the mode mock, an endpoint that is made is never called', async () => {
  const { server, lines } = await printing({ mode: 'mock' });
  const headers = { authorization: 'Bearer any', 'content-type': 'application/json', 'idempotency-key': 'k' };
  await server.fetch(`${server.url}/webhooks`, { method: 'POST', headers, body: JSON.stringify({ url }) });

  expect(lines.at(-1)).toBe('! the webhook endpoint is never called: the mode mock sends no events');
});

test('--log violations prints the attempts that failed', async () => {
  const statuses = [200, 500];
  const options = { webhookEndpoints: [{ url, secret }], deliver: async () => statuses.shift() ?? 0 };
  const { server, lines } = await printing(options, 'violations');
  server.sandbox.trigger(event);
  server.sandbox.trigger(event);
  await server.sandbox.delivered();

  expect(lines).toEqual([`→ ${event}  ${url}  500, again in 10 s`]);
});

test('the report has each attempt, and no URL', async () => {
  const report = join(mkdtempSync(join(tmpdir(), 'oms-attempts-')), 'report.ndjson');
  const options = { report, webhookEndpoints: [{ url, secret }], deliver: async () => 200 };
  const { server } = await printing(options);
  server.sandbox.trigger(event);
  await server.sandbox.delivered();
  server.sandbox.seed({ webhookEndpoints: [{ url, secret: 'whsec_other', enabled: false }] });
  const text = readFileSync(report, 'utf8');
  const [attempt, endpoint] = text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

  expect(attempt).toMatchObject({ event: 'attempt', name: event, status: 200, state: 'delivered' });
  expect(endpoint).toMatchObject({ event: 'endpoint', neverCalled: expect.stringContaining('disabled') });
  expect(text).not.toContain('127.0.0.1');
});

test('--bodies prints the event that was sent', async () => {
  const options = { webhookEndpoints: [{ url, secret }], deliver: async () => 200 };
  const { server, lines, json } = await printing(options, 'all', true);
  server.sandbox.trigger(event, { set: { 'data.amount': '77' } });
  await server.sandbox.delivered();

  expect(lines).toEqual([`→ ${event}  ${url}  200  0 ms`, expect.stringMatching(/^ {4}> \{.*"amount":"77"/)]);
  expect(json).toMatchObject([
    { event: 'attempt', body: { text: expect.stringContaining('"amount":"77"') } },
  ]);
});

test('--bodies prints what was sent and returned, masked, and steers no terminal', async () => {
  const { server, lines, json } = await printing({}, 'all', true);
  const post = (path: string, body: string, more = {}) =>
    server.fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k', ...more },
      body,
    });
  const { accessToken } = await (
    await post('/auth/token', '{"apiKey":"sk_sdbx_k","apiSecret":"s3cret"}')
  ).json();
  const authorization = `Bearer ${accessToken}`;
  const jane = { type: 'individual', firstName: 'Ja\u009bne\u202e', birthDate: '1990-05-15' };
  await post('/customers', JSON.stringify(jane), { authorization });
  await post('/customers', 'birthDate=1990-05-15', { authorization });

  expect(lines.slice(0, 4)).toEqual([
    'POST /auth/token → 200  contract ok',
    '    > {"apiKey":"***","apiSecret":"***"}',
    expect.stringMatching(/^ {4}< \{"accessToken":"\*\*\*"/),
    expect.stringMatching(/^POST \/customers → 201/),
  ]);
  expect(lines[4]).toBe('    > {"type":"individual","firstName":"Ja…ne…","birthDate":"***"}');
  expect(lines.at(-2)).toBe('    > (20 bytes: not JSON, not shown)');
  expect(json[0]).toMatchObject({ event: 'request', bodies: { request: { bytes: 43 } } });
  expect(JSON.stringify([lines, json])).not.toMatch(new RegExp(`1990-05-15|s3cret|${accessToken}`));
});
