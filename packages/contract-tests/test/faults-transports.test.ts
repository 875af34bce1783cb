import { type CallError, type FetchLike, OmsError } from '@oms-sdk/client';
import { nodeFetch } from '@oms-sdk/client/node';
import { expect, test } from 'vitest';
import { brokenBodies, brokenConnections, stalledResponses } from '../src/fault-server/broken-connections.js';
import { canary, person, shown } from '../src/fault-server/canaries.js';
import { damagedResponses, noResponses } from '../src/fault-server/damaged-responses.js';
import { afterTimeout } from '../src/fault-server/failure-of.js';
import { always, faultyClient } from '../src/fault-server/faulty-client.js';
import { floods } from '../src/fault-server/floods.js';
import { oddResponses, unusableResponses } from '../src/fault-server/odd-responses.js';
import type { Reply } from '../src/fault-server/received-request.js';
import { json } from '../src/fault-server/response.js';

const statuses = [301, 303, 307, 400, 404, 409, 429, 500, 503, 999];
const faults: Record<string, Reply> = {
  ...brokenConnections,
  ...noResponses,
  ...brokenBodies,
  ...stalledResponses,
  ...oddResponses,
  ...floods(200),
  ...Object.assign({}, ...Object.values(damagedResponses), ...Object.values(unusableResponses)),
  ...Object.fromEntries(statuses.map((status) => [`status ${status}`, json({ code: 'refused' }, status)])),
};

const isStalled = (reply: Reply) => Object.values<Reply>(stalledResponses).includes(reply);

/** How a create ends, as far as it must not depend on what sends it. */
async function endWith(fetch: FetchLike, reply: Reply): Promise<object> {
  const timeoutMs = 20_000;
  const options = { fetch, timeoutMs, maxResponseBytes: 1_000_000, token: async () => 'token' };
  const { client, requests } = await faultyClient(always(reply), options);
  const create = () =>
    client.customers.create(person, { idempotencyKey: 'order-1' }).catch((error: unknown) => error);
  const end = await (isStalled(reply) ? afterTimeout(create, requests, timeoutMs) : create());
  expect(shown(end)).not.toContain(canary);
  const sent = requests().map(({ method, path, body }) => [method, path, body.toString()]);
  return { sent, end: OmsError.is(end) ? summaryOf(end) : end };
}

function summaryOf(error: OmsError): object {
  const { name, outcome, message, idempotencyKey, isRetryable } = error as CallError;
  const { reason, status } = error as { reason?: string; status?: number };
  return {
    name,
    outcome,
    message: message.replace(/:\d+\.$/, ''),
    idempotencyKey,
    isRetryable,
    reason,
    status,
  };
}

test.each(Object.entries(faults))('%s ends alike over fetch and over nodeFetch', async (_, reply) => {
  expect(await endWith(nodeFetch(), reply)).toEqual(await endWith(fetch as FetchLike, reply));
});

test('1,000 calls at once go over as many connections of nodeFetch as it may have', async () => {
  const { client, server } = await faultyClient(({ path }) => json({ id: path.split('/').pop() }), {
    fetch: nodeFetch({ maxSockets: 10 }),
    timeoutMs: 60_000,
  });
  const ids = Array.from({ length: 1_000 }, (_, index) => `cst_${index}`);

  const customers = await Promise.all(ids.map((id) => client.customers.get(id)));

  expect(customers.map(({ id }) => id)).toEqual(ids);
  expect(server.connections()).toBeLessThanOrEqual(10);
});
