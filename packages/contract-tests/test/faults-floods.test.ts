import { memoryUsage } from 'node:process';
import { type CallError, RateLimitError, ResponseError } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { person } from '../src/fault-server/canaries.js';
import { failureOf } from '../src/fault-server/failure-of.js';
import { always, faultyClient } from '../src/fault-server/faulty-client.js';
import { floods } from '../src/fault-server/floods.js';
import type { Reply } from '../src/fault-server/received-request.js';

const megabyte = 1_000_000;

/** How many bytes the process had at most above what it had before, while `work` ran. */
async function growthDuring(work: () => Promise<unknown>): Promise<number> {
  const used = () => memoryUsage().heapUsed + memoryUsage().external;
  const before = used();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, used());
  }, 1);
  await work().finally(() => clearInterval(watch));
  return Math.max(most, used()) - before;
}

async function floodedCall(reply: Reply): Promise<{ error: CallError; growth: number }> {
  const { client, server } = await faultyClient(always(reply), {
    maxResponseBytes: megabyte,
    token: async () => 'token',
  });
  let error: CallError | undefined;
  const growth = await growthDuring(async () => {
    error = await failureOf(client.customers.create(person, { idempotencyKey: 'order-1' }));
    await expect.poll(() => server.sockets.has(1)).toBe(false);
  });
  return { error: error ?? expect.fail('there is no error'), growth };
}

test.each(Object.entries(floods(200)))(
  '%s ends in a ResponseError, a closed connection and little memory',
  async (name, reply) => {
    const { error, growth } = await floodedCall(reply);

    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({
      reason: name.includes('UTF-8') ? 'invalid-utf8' : 'too-large',
      outcome: 'unknown',
      isRetryable: false,
      idempotencyKey: 'order-1',
    });
    expect(growth).toBeLessThan(32 * megabyte);
  },
);

test.each(Object.entries(floods(429)))(
  '%s with status 429 ends in a RateLimitError, a closed connection and little memory',
  async (_, reply) => {
    const { error, growth } = await floodedCall(reply);

    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ outcome: 'rejected', idempotencyKey: 'order-1' });
    expect(growth).toBeLessThan(32 * megabyte);
  },
);
