import { ConnectionError } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { person } from '../src/fault-server/canaries.js';
import { failureOf } from '../src/fault-server/failure-of.js';
import { always, faultyClient, inTurn } from '../src/fault-server/faulty-client.js';
import { answer, json, responseBytes } from '../src/fault-server/response.js';

const token = async () => 'token';
const customer = { id: 'cst_1' };

test('a connection that the server closes while idle is replaced', async () => {
  const { client, server } = await faultyClient(always(json(customer)), { token });

  for (let call = 0; call < 20; call += 1) {
    expect(await client.customers.create(person)).toEqual(customer);
    for (const socket of server.sockets.values()) socket.end();
    await expect.poll(() => server.sockets.size).toBe(0);
  }

  expect(server.requests).toHaveLength(20);
});

test('a connection that is closed by the answer is replaced', async () => {
  const closing = answer({
    headers: ['content-type: application/json', 'content-length: 2', 'connection: close'],
    body: '{}',
  });
  const { client, server } = await faultyClient(always(closing), { token });

  for (let call = 0; call < 5; call += 1) await client.customers.get('cst_1');

  expect(server.connections()).toBe(5);
});

test('a kept connection that breaks under the next request is unknown without, and overcome with, a retry', async () => {
  const script = inTurn(json(customer), (socket) => socket.resetAndDestroy(), json(customer));
  const { client, requests } = await faultyClient(script, { token });
  await client.customers.get('cst_1');

  const error = await failureOf(client.customers.create(person, { maxRetries: 0 }));
  const again = { ...(error.idempotencyKey !== undefined && { idempotencyKey: error.idempotencyKey }) };

  expect(error).toBeInstanceOf(ConnectionError);
  expect(error.outcome).toBe('unknown');
  expect(await client.customers.create(person, again)).toEqual(customer);
  const [, first, second] = requests();
  expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
});

test.each([
  ['bytes that are no HTTP', Buffer.from('nonsense\r\n\r\n')],
  ['a whole second answer', responseBytes({ body: '{"id":"cst_forged"}' })],
  ['half a second answer', responseBytes({ body: '{"id":"cst_forged"}' }).subarray(0, 50)],
])('%s behind the answer is never taken for the answer of the next call', async (_, extra) => {
  const double = Buffer.concat([responseBytes({ body: JSON.stringify(customer) }), extra]);
  const script = inTurn((socket) => socket.write(double), json({ id: 'cst_2' }));
  const { client } = await faultyClient(script, { token });

  expect(await client.customers.get('cst_1')).toEqual(customer);
  expect(await client.customers.get('cst_2')).toEqual({ id: 'cst_2' });
});
