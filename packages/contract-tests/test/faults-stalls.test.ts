import { TimeoutError } from '@oms-sdk/client';
import { beforeEach, describe, expect, test } from 'vitest';
import { stalledResponses } from '../src/fault-server/broken-connections.js';
import { person } from '../src/fault-server/canaries.js';
import { afterTimeout, failureOf } from '../src/fault-server/failure-of.js';
import { always, faultyClient, inTurn } from '../src/fault-server/faulty-client.js';
import type { Reply } from '../src/fault-server/received-request.js';
import { json } from '../src/fault-server/response.js';
import { speedUpTimers } from '../src/fault-server/speed-up-timers.js';

beforeEach(speedUpTimers);

const token = async () => 'token';

/** What a call ends in when its time is over, which does not begin to pass before the server has got the request. */
async function outOfTime(
  { client, requests }: Awaited<ReturnType<typeof faultyClient>>,
  options: { readonly idempotencyKey?: string } = {},
): Promise<TimeoutError> {
  const create = () => failureOf<TimeoutError>(client.customers.create(person, options));
  return afterTimeout(create, requests, 60);
}

describe.each(Object.entries<Reply>(stalledResponses))('%s', (_, reply) => {
  test('is a TimeoutError whose effect is unknown', async () => {
    const setup = await faultyClient(always(reply), { timeoutMs: 60, token });

    const error = await outOfTime(setup, { idempotencyKey: 'order-1' });

    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ limit: 'timeoutMs', limitMs: 60, outcome: 'unknown', isRetryable: true });
    expect(error).toMatchObject({ idempotencyKey: 'order-1', attempts: [{ error: 'TimeoutError' }] });
  });

  test('ends at the deadline when that comes first', async () => {
    const setup = await faultyClient(always(reply), { deadlineMs: 60, maxRetries: 5, token });

    const error = await outOfTime(setup);

    expect(error).toMatchObject({ limit: 'deadlineMs', limitMs: 60, outcome: 'unknown' });
    expect(setup.requests()).toHaveLength(1);
  });

  test('is overcome by a retry, and its connection is closed', async () => {
    const script = inTurn(reply, json({ id: 'cst_1' }));
    const { client, requests, server } = await faultyClient(script, { timeoutMs: 250, maxRetries: 1, token });

    expect(await client.customers.create(person)).toEqual({ id: 'cst_1' });

    expect(requests()[1]).toMatchObject({ body: requests()[0]?.body, headers: requests()[0]?.headers });
    await expect.poll(() => server.sockets.has(1)).toBe(false);
  });
});

test('a server that never shakes hands is a TimeoutError', async () => {
  const { server } = await faultyClient(always(json({})));
  const baseUrl = server.origin.replace('http:', 'https:');
  const { client } = await faultyClient(always(json({})), { baseUrl, timeoutMs: 60, token });

  const error = await failureOf(client.customers.create(person));

  expect(error).toBeInstanceOf(TimeoutError);
  expect(error.idempotencyKey).toMatch(/^oms-sdk-/);
});
