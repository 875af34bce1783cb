import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { ConnectionError, type OmsClient } from '@oms-sdk/client';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { brokenConnections } from '../src/fault-server/broken-connections.js';
import { person } from '../src/fault-server/canaries.js';
import { noResponses } from '../src/fault-server/damaged-responses.js';
import { failureOf } from '../src/fault-server/failure-of.js';
import { always, faultyClient, inTurn } from '../src/fault-server/faulty-client.js';
import type { Reply } from '../src/fault-server/received-request.js';
import { json, responseBytes } from '../src/fault-server/response.js';
import { speedUpTimers } from '../src/fault-server/speed-up-timers.js';

beforeEach(speedUpTimers);

const faults: [string, Reply][] = Object.entries({ ...brokenConnections, ...noResponses });

describe.each(faults)('%s', (_, reply) => {
  test('is a ConnectionError whose effect is unknown', async () => {
    const { client, requests } = await faultyClient(always(reply));

    const error = await failureOf(client.customers.create(person, { idempotencyKey: 'order-1' }));

    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({
      outcome: 'unknown',
      isRetryable: true,
      idempotencyKey: 'order-1',
      attempts: [{ status: undefined, error: 'ConnectionError', outcome: 'unknown', delayMs: undefined }],
    });
    expect(requests()).toHaveLength(1);
  });

  test('is overcome by a retry with the same bytes and the same key', async () => {
    const { client, requests } = await faultyClient(inTurn(reply, json({ id: 'cst_1' })), { maxRetries: 1 });

    expect(await client.customers.create(person)).toEqual({ id: 'cst_1' });

    const [first, second] = requests();
    expect(requests()).toHaveLength(2);
    expect(second?.body).toEqual(first?.body);
    expect(second?.headers).toEqual(first?.headers);
  });

  test('is not met with a second PATCH', async () => {
    const { client, requests } = await faultyClient(inTurn(reply, json({ id: 'cst_1' })), { maxRetries: 2 });

    const error = await failureOf(client.customers.update('cst_1', { firstName: 'Jane' }));

    expect(error).toMatchObject({ outcome: 'unknown', idempotencyKey: undefined });
    expect(requests()).toHaveLength(1);
  });
});

test.each<[string, (client: OmsClient) => PromiseLike<unknown>]>([
  ['GET', (client) => client.customers.get('cst_1')],
  ['POST', (client) => client.customers.create(person)],
  ['PATCH', (client) => client.customers.update('cst_1', person)],
  ['DELETE', (client) => client.customers.delete('cst_1')],
])('a refused connection of a %s was not sent, and is tried again', async (_, call) => {
  const { client, server } = await faultyClient(always(json({})), {
    maxRetries: 1,
    token: async () => 'token',
  });
  await server.close();

  const error = await failureOf(call(client));

  expect(error).toBeInstanceOf(ConnectionError);
  expect(error.outcome).toBe('not_sent');
  expect(error.attempts).toHaveLength(2);
});

test('a server that speaks no TLS is a ConnectionError', async () => {
  const plain = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  onTestFinished(async () => void plain.close());
  await once(plain.listen(0, '127.0.0.1'), 'listening');
  const { port } = plain.address() as AddressInfo;
  const baseUrl = `https://127.0.0.1:${port}`;
  const { client } = await faultyClient(always(json({})), { baseUrl, token: async () => 'token' });

  expect(await failureOf(client.customers.create(person))).toBeInstanceOf(ConnectionError);
});

test('a 100 that nobody asked for is no fault, or a ConnectionError where fetch does not know it', async () => {
  const early = Buffer.concat([
    Buffer.from('HTTP/1.1 100 Continue\r\n\r\n'),
    responseBytes({ body: '{"id":"cst_1"}' }),
  ]);
  const { client, requests } = await faultyClient(always((socket) => socket.write(early)));

  const end = await client.customers.create(person).catch((error: unknown) => error);

  expect(requests()).toHaveLength(1);
  expect(end).toMatchObject(end instanceof ConnectionError ? { outcome: 'unknown' } : { id: 'cst_1' });
});
