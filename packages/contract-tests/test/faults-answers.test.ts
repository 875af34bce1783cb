import { type Middleware, ResponseError } from '@oms-sdk/client';
import { beforeEach, describe, expect, test } from 'vitest';
import { brokenBodies } from '../src/fault-server/broken-connections.js';
import { person } from '../src/fault-server/canaries.js';
import { damagedResponses } from '../src/fault-server/damaged-responses.js';
import { failureOf } from '../src/fault-server/failure-of.js';
import { always, faultyClient, inTurn } from '../src/fault-server/faulty-client.js';
import { oddResponses, unusableResponses } from '../src/fault-server/odd-responses.js';
import type { Reply } from '../src/fault-server/received-request.js';
import { json } from '../src/fault-server/response.js';
import { speedUpTimers } from '../src/fault-server/speed-up-timers.js';

beforeEach(speedUpTimers);

const groups: [string, Record<string, Reply>][] = [
  ...Object.entries(unusableResponses),
  ...Object.entries(damagedResponses),
  ['interrupted', brokenBodies],
];
const faults = groups.flatMap(([reason, replies]) =>
  Object.entries(replies).map(([name, reply]): [string, string, Reply] => [name, reason, reply]),
);
const passing = ['interrupted', 'invalid-json', 'empty'];

describe.each(faults)('%s', (_, reason, reply) => {
  test(`is a ResponseError: ${reason}`, async () => {
    const { client, requests } = await faultyClient(always(reply));

    const error = await failureOf<ResponseError>(client.customers.create(person));

    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ reason, outcome: 'unknown', isRetryable: passing.includes(reason) });
    expect(error.idempotencyKey).toBe(requests()[0]?.headers['idempotency-key']);
    expect(error.attempts).toMatchObject([{ status: error.status, error: 'ResponseError' }]);
  });

  test('leaves the client fit for the next call', async () => {
    const { client } = await faultyClient(inTurn(reply, json({ id: 'cst_2' })));

    await failureOf(client.customers.get('cst_1'));

    expect(await client.customers.get('cst_2')).toEqual({ id: 'cst_2' });
  });
});

test.each(faults.filter(([, reason]) => passing.includes(reason)))(
  '%s is overcome by a retry with the same bytes and the same key',
  async (_, __, reply) => {
    const { client, requests } = await faultyClient(inTurn(reply, json({ id: 'cst_1' })), { maxRetries: 1 });

    expect(await client.customers.create(person)).toEqual({ id: 'cst_1' });

    const [first, second] = requests();
    expect(second?.body).toEqual(first?.body);
    expect(second?.headers).toEqual(first?.headers);
  },
);

test.each(Object.entries<Reply>(oddResponses))('%s is no fault', async (_, reply) => {
  const { client } = await faultyClient(always(reply));

  expect(await client.customers.get('cst_1')).toEqual({ id: 'cst_1' });
  expect(await (await client.customers.get('cst_1').asResponse()).json()).toEqual({ id: 'cst_1' });
});

test.each(Object.entries<Reply>(oddResponses))('%s passes through a middleware', async (_, reply) => {
  const { client } = await faultyClient(always(reply));

  const middleware: Middleware[] = [(request, next) => next(request)];

  expect(await client.customers.get('cst_1', { middleware })).toEqual({ id: 'cst_1' });
});
