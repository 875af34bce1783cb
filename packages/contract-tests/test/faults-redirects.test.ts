import { ResponseError } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { person } from '../src/fault-server/canaries.js';
import { failureOf } from '../src/fault-server/failure-of.js';
import { always, faultyClient } from '../src/fault-server/faulty-client.js';
import { answer, json } from '../src/fault-server/response.js';

/** A server nothing may arrive at, and the response that sends there. */
async function elsewhere(status: number) {
  const { server } = await faultyClient(always(json({ id: 'stolen' })));
  const location = `location: ${server.origin}/v0.9/customers`;
  return { server, redirect: answer({ status, headers: [location, 'content-length: 0'] }) };
}

test.each([
  [301, 'unknown'],
  [302, 'unknown'],
  [303, 'unknown'],
  [307, 'rejected'],
  [308, 'rejected'],
])(
  'a redirect with status %i is an error, its effect %s, and nothing arrives elsewhere',
  async (status, outcome) => {
    const { server, redirect } = await elsewhere(status);
    const { client, requests } = await faultyClient(always(redirect), { maxRetries: 2 });

    const error = await failureOf<ResponseError>(client.customers.create(person));

    expect(error).toBeInstanceOf(ResponseError);
    expect(error).toMatchObject({ reason: 'redirect', status, outcome });
    expect(error.idempotencyKey).toBe(requests()[0]?.headers['idempotency-key']);
    expect(requests()).toHaveLength(1);
    expect(server.connections()).toBe(0);
  },
);

test.each([301, 302, 303, 307, 308])(
  'the secret does not follow a redirect of the token exchange with status %i',
  async (status) => {
    const { server, redirect } = await elsewhere(status);
    const { client, requests } = await faultyClient(always(json({})), { exchange: always(redirect) });

    expect(await failureOf(client.customers.list())).toMatchObject({ reason: 'redirect', status });
    expect(requests()).toEqual([]);
    expect(server.connections()).toBe(0);
  },
);

test.each(['300', '304', '399'])('a status %s is an error too', async (status) => {
  const { client } = await faultyClient(always(answer({ status: Number(status) })));

  expect(await failureOf(client.customers.get('cst_1'))).toMatchObject({ reason: 'redirect' });
});
