import { AuthenticationError, type CallError } from '@oms-sdk/client';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { brokenBodies, brokenConnections } from '../src/fault-server/broken-connections.js';
import { person, secrets } from '../src/fault-server/canaries.js';
import { damagedResponses } from '../src/fault-server/damaged-responses.js';
import { failureOf } from '../src/fault-server/failure-of.js';
import { always, faultyClient, inTurn, issueTokens } from '../src/fault-server/faulty-client.js';
import { unusableResponses } from '../src/fault-server/odd-responses.js';
import type { Reply } from '../src/fault-server/received-request.js';
import { json } from '../src/fault-server/response.js';
import { speedUpTimers } from '../src/fault-server/speed-up-timers.js';

const refused = json({ code: 'token_expired' }, 401);
const customer = json({ id: 'cst_1' });
const calls = 50;
const callsOf = <T>(call: () => PromiseLike<T>) =>
  Array.from({ length: calls }, () => Promise.resolve(call()));

test('50 cold calls make one exchange', async () => {
  const { client, requests, exchanges } = await faultyClient(always(customer));

  await Promise.all(callsOf(() => client.customers.get('cst_1')));

  expect(exchanges()).toHaveLength(1);
  expect(requests()).toHaveLength(calls);
});

test('50 simultaneous 401s make one exchange, and each call is sent twice', async () => {
  const isOld = (authorization = '') => authorization.endsWith('-1');
  const { client, requests, exchanges } = await faultyClient(({ headers }) =>
    isOld(headers['authorization']) ? refused : customer,
  );

  const created = await Promise.all(callsOf(() => client.customers.create(person)));

  expect(created).toHaveLength(calls);
  expect(exchanges()).toHaveLength(2);
  expect(requests()).toHaveLength(2 * calls);
  expect(new Set(requests().map(({ headers }) => headers['idempotency-key'])).size).toBe(calls);
});

test('a 401 that stays leads to one repetition and an AuthenticationError', async () => {
  const { client, requests, exchanges } = await faultyClient(always(refused), { maxRetries: 5 });

  const error = await failureOf(client.customers.create(person));

  expect(error).toBeInstanceOf(AuthenticationError);
  expect(error).toMatchObject({ outcome: 'rejected', attempts: [{ status: 401 }] });
  expect(exchanges()).toHaveLength(2);
  expect(requests().map(({ headers }) => headers['authorization'])).toEqual([
    `Bearer ${secrets.token}-1`,
    `Bearer ${secrets.token}-2`,
  ]);
});

test('wrong credentials are one exchange for 50 calls, and every call hears of it', async () => {
  const { client, requests, exchanges } = await faultyClient(always(customer), {
    maxRetries: 5,
    exchange: always(json({ code: 'authentication_failed', secrets }, 401)),
  });

  const errors = await Promise.all(callsOf(() => failureOf(client.customers.get('cst_1'))));

  for (const error of errors) expect(error).toBeInstanceOf(AuthenticationError);
  expect(exchanges()).toHaveLength(1);
  expect(requests()).toEqual([]);
});

const exchangeFaults: [string, Reply][] = Object.entries({
  ...brokenConnections,
  ...brokenBodies,
  ...damagedResponses['invalid-json'],
  ...unusableResponses['empty'],
  'status 429': json({}, 429),
  'status 503': json({}, 503),
});

describe.each(exchangeFaults)('%s in the token exchange', (_, reply) => {
  // Not for calls that share an exchange: others wait for it 5 seconds, and would begin their own after a quarter of one.
  beforeEach(speedUpTimers);

  test('leaves the call unsent', async () => {
    const { client, requests } = await faultyClient(always(customer), { exchange: always(reply) });

    const error = await failureOf<CallError>(client.customers.create(person));

    expect(error.outcome).toMatch(/^(not_sent|rejected)$/);
    expect(requests()).toEqual([]);
  });

  test('is overcome by a retry of the exchange alone', async () => {
    const issue = issueTokens();
    const { client, requests, exchanges } = await faultyClient(always(customer), {
      maxRetries: 1,
      exchange: (_, index) => (index === 0 ? reply : issue()),
    });

    expect(await client.customers.create(person)).toEqual({ id: 'cst_1' });
    expect([exchanges().length, requests().length]).toEqual([2, 1]);
  });
});

test('a token that no header can carry is an error for 50 calls, with its own history on none', async () => {
  const { client, requests } = await faultyClient(always(customer), {
    exchange: always(json({ accessToken: `${secrets.token}\r\nx: y`, expiresIn: 3600 })),
  });

  const errors = await Promise.all(callsOf(() => failureOf(client.customers.create(person))));

  for (const error of errors) expect(error).toMatchObject({ reason: 'invalid-token', outcome: 'not_sent' });
  expect(requests()).toEqual([]);
});

test('an exchange that fails behind an attempt of unknown effect does not make the call look unsent', async () => {
  onTestFinished(speedUpTimers());
  const tokens = [secrets.token, 'no token'];
  const { client } = await faultyClient(
    always((socket) => socket.resetAndDestroy()),
    {
      maxRetries: 2,
      token: async () => tokens.shift() ?? '',
    },
  );

  const error = await failureOf(client.customers.create(person, { idempotencyKey: 'order-1' }));

  expect(error).toMatchObject({
    name: 'ConnectionError',
    outcome: 'unknown',
    idempotencyKey: 'order-1',
    attempts: [{ error: 'ConnectionError' }],
  });
});

test('a new token does not change the bytes or the key of a write', async () => {
  const { client, requests } = await faultyClient(inTurn(refused, customer));

  await client.customers.create(person);

  const [first, second] = requests();
  expect(second?.body).toEqual(first?.body);
  expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
});
