import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { json, soundPage, startUpstream } from '../modes/proxy/upstream.js';
import { type RunningCli, startCli, startCliWith } from './running-cli.js';

const type = { 'content-type': 'application/json' };
const customer = { type: 'individual', firstName: 'Ann', lastName: 'Example', email: 'ann@example.com' };

async function createCustomer({ url }: RunningCli): Promise<Response> {
  const body = '{"apiKey":"sk_sdbx_any","apiSecret":"any"}';
  const token = await fetch(`${url}/auth/token`, { method: 'POST', headers: type, body });
  const { accessToken } = (await token.json()) as { accessToken: string };
  const headers = { ...type, authorization: `Bearer ${accessToken}`, 'idempotency-key': 'key-1' };
  const init = { method: 'POST', headers, body: JSON.stringify(customer) };
  return fetch(`${url}/customers`, init);
}

/** Has a customer of the sandbox get an endorsement. */
async function grantEndorsement(cli: RunningCli): Promise<void> {
  const { id: customerId } = (await (await createCustomer(cli)).json()) as { id: string };
  const body = JSON.stringify({ customerId, endorsement: 'basic', status: 'ACTIVE' });
  await fetch(new URL('/__oms/endorsements', cli.url), { method: 'POST', body });
}

test('without a word it is a sandbox', async () => {
  const cli = await startCli();
  const { status } = await createCustomer(cli);
  const { stdout, code } = await cli.stop();

  expect([status, code]).toEqual([201, 0]);
  expect(stdout.split('\n').slice(1)).toEqual([
    'POST /auth/token → 200  contract ok',
    'POST /customers → 201  contract ok',
    '2 requests, 0 violations',
    '',
  ]);
  expect(stdout).toContain(`Try: curl -H 'Content-Type: application/json' -d '{"apiKey"`);
});

test('as a proxy it passes requests on and checks the answers', async () => {
  const { origin, seen } = await startUpstream(json(200, '{"data":7,"hasMore":false}'));
  const cli = await startCli('proxy', `${origin}/v0.9`, '--fail-on-violation');
  await fetch(`${cli.url}/customers`, { headers: { authorization: 'Bearer any' } });
  const { stdout, code } = await cli.stop();

  expect(seen).toHaveLength(1);
  expect([stdout.split('\n')[1], code]).toEqual(['GET /customers → 200  ✗ response.body.type', 1]);
});

test('a proxy whose upstream is silent says so', async () => {
  const { origin } = await startUpstream(() => undefined);
  const cli = await startCli('proxy', origin, '--upstream-timeout', '50', '--fail-on-violation');
  await fetch(`${cli.url}/customers`, { headers: { authorization: 'Bearer any' } });
  const { stdout, code } = await cli.stop();

  expect([stdout.split('\n')[1], code]).toEqual(['GET /customers → 504  ! upstream timeout', 0]);
});

test('events go to the webhook URL, signed with the secret', async () => {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  const cli = await startCliWith({ OMS_WEBHOOK_SECRET: 'whsec_of_test' }, '--webhook-url', url);
  const arrival = once(server, 'request');
  await grantEndorsement(cli);
  const [request, response] = await arrival;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  response.end();
  const body = Buffer.concat(chunks);
  await cli.stop();

  const [, at, signature] = /^t=(\d+),v1=(\w+)$/.exec(request.headers['webhook-signature']) ?? [];
  expect(JSON.parse(String(body))).toMatchObject({ event: 'customer.endorsement.granted' });
  expect(createHmac('sha256', 'whsec_of_test').update(`${at}.${body}`).digest('hex')).toBe(signature);
});

test('a fault goes wrong as its rule says', async () => {
  const cli = await startCli('mock', '--fault', 'status=503; operation=listCustomers; nth=2');
  const statuses: number[] = [];
  for (let count = 0; count < 3; count += 1) {
    const response = await fetch(`${cli.url}/customers`, { headers: { authorization: 'Bearer any' } });
    statuses.push(response.status);
  }
  await cli.stop();

  expect(statuses).toEqual([200, 503, 200]);
});

test('--strict refuses to pass on what breaks the contract', async () => {
  const { origin } = await startUpstream(json(200, '{"data":7,"hasMore":false}'));
  const cli = await startCli('proxy', origin, '--strict');
  const { status } = await fetch(`${cli.url}/customers`, { headers: { authorization: 'Bearer any' } });
  await cli.stop();

  expect(status).toBe(500);
});

test('--seed numbers the requests', async () => {
  const cli = await startCli('mock', '--seed', '2');
  const { headers } = await fetch(`${cli.url}/customers`, { headers: { authorization: 'Bearer any' } });
  await cli.stop();

  expect(headers.get('x-request-id')).toBe('req_0002000000000001');
});

test('the report is written and ends with the totals on SIGTERM', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'oms-cli-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const report = join(folder, 'report.ndjson');
  const cli = await startCli('mock', '--report', report);
  await fetch(`${cli.url}/customers?limt=1`, { headers: { authorization: 'Bearer any' } });
  const { stdout } = await cli.stop('SIGTERM');
  const lines = readFileSync(report, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

  expect(lines).toMatchObject([
    { event: 'exchange', violations: [{ code: 'request.query.unknown' }] },
    { event: 'summary', requests: 1, errors: 1 },
  ]);
  expect(stdout).toContain('\n1 request, 1 violation\n');
});

test.each([
  ['violations', ['GET /customers → 400  ✗ request.query.unknown']],
  ['none', []],
])('--log %s prints only what it says, and the totals', async (log, lines) => {
  const cli = await startCli('mock', '--log', log);
  for (const query of ['', '?limt=1'])
    await fetch(`${cli.url}/customers${query}`, { headers: { authorization: 'Bearer any' } });
  const { stdout } = await cli.stop();

  expect(stdout.split('\n').slice(1)).toEqual([...lines, '2 requests, 1 violation', '']);
});

test('what a proxy passes on is not changed by what it prints', async () => {
  const { origin } = await startUpstream(json(200, soundPage));
  const cli = await startCli('proxy', origin, '--json');
  const response = await fetch(`${cli.url}/customers`, { headers: { authorization: 'Bearer any' } });
  const text = await response.text();
  const { stdout } = await cli.stop();

  expect(text).toBe(soundPage);
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).event),
  ).toEqual(['started', 'request', 'stopped']);
});
