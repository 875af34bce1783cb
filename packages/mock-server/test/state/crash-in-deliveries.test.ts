import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { type RunningCli, startCli } from '../cli/running-cli.js';
import { startUpstream } from '../modes/proxy/upstream.js';
import { alice, documents } from '../sandbox/observed-sandbox.js';
import { stateFile } from './state-file.js';

const customers = 6;
const type = { 'content-type': 'application/json' };

/** A receiver that leaves the first event without a response, and takes the others. */
async function startReceiver() {
  const arrivals = new EventTarget();
  const { origin, seen } = await startUpstream((_, response) => {
    if (seen.length > 1) response.writeHead(204).end();
    arrivals.dispatchEvent(new Event('arrival'));
  });
  return { url: `${origin}/hook`, seen, arrivals };
}

async function post({ url }: RunningCli, path: string, body: object, headers: Record<string, string> = {}) {
  const init = { method: 'POST', headers: { ...type, ...headers }, body: JSON.stringify(body) };
  return (await (await fetch(url + path, init)).json()) as Record<string, unknown>;
}

/** Has as many customers approved, one event each. */
async function approveCustomers(cli: RunningCli): Promise<unknown[]> {
  const { accessToken } = await post(cli, '/auth/token', { apiKey: 'sk_sdbx_any', apiSecret: 'any' });
  const create = async (_: unknown, index: number) => {
    const headers = { authorization: `Bearer ${accessToken}`, 'idempotency-key': `key-${index}` };
    return (await post(cli, '/customers', { ...alice, ...documents }, headers))['id'];
  };
  return Promise.all(Array.from({ length: customers }, create));
}

async function isDelivered({ url }: RunningCli): Promise<boolean> {
  const response = await fetch(new URL('/__oms/deliveries', url));
  const { deliveries } = (await response.json()) as { deliveries: { state: string }[] };
  return deliveries.every(({ state }) => state === 'delivered');
}

test('every event of a write that was acknowledged arrives although the server is killed while it delivers', async () => {
  const { url, seen, arrivals } = await startReceiver();
  const options = ['--state', stateFile(), '--webhook-url', url, '--webhook-secret', 'whsec_of_test'];
  const first = await startCli(...options);
  const arrival = once(arrivals, 'arrival');
  const ids = await approveCustomers(first);
  await arrival;
  await first.stop('SIGKILL');

  const second = await startCli(...options);
  onTestFinished(async () => void (await second.stop()));
  await expect.poll(() => isDelivered(second), { timeout: 60_000 }).toBe(true);

  const events = seen.map(({ body }) => JSON.parse(String(body)) as { id: string; data: { id: string } });
  const told = new Map(events.map(({ id, data }) => [id, data.id]));
  expect([...told.values()].sort()).toEqual([...ids].sort());
});
