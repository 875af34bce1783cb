import { expect, test } from 'vitest';
import { faultyClient } from '../src/fault-server/faulty-client.js';
import { json } from '../src/fault-server/response.js';

/** A server that gives back the id it is asked for. */
const echo = () =>
  faultyClient(({ path }) => json({ id: decodeURIComponent(path.split('/').pop() ?? '') }), {
    timeoutMs: 60_000,
  });

test('1,000 calls at once are each answered with what they asked for', async () => {
  const { client, server, exchanges } = await echo();
  const ids = Array.from({ length: 1_000 }, (_, index) => `cst_${index}`);

  const customers = await Promise.all(ids.map((id) => client.customers.get(id)));

  expect(customers.map(({ id }) => id)).toEqual(ids);
  expect(exchanges()).toHaveLength(1);
  expect(server.connections()).toBeLessThanOrEqual(1_001);
});

test('3,000 calls in turn are answered over a handful of connections', async () => {
  const { client, server, exchanges } = await echo();

  for (let index = 0; index < 3_000; index += 1) {
    expect((await client.customers.get(`cst_${index}`)).id).toBe(`cst_${index}`);
  }

  expect(exchanges()).toHaveLength(1);
  expect(server.connections()).toBeLessThanOrEqual(10);
});
