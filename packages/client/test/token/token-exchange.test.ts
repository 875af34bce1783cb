import { AuthenticationError, ServerError } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';
import { credentials, observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

test('exchanges nothing before the first call', async () => {
  const { client, exchanges } = observedClient();
  expect(exchanges).toHaveLength(0);

  await client.customers.list();

  expect(exchanges).toHaveLength(1);
});

test('sends the key and the secret in the body, and no token, key or redirect with them', async () => {
  const { client, exchanges } = observedClient();

  await client.customers.list();

  expect(exchanges[0]).toMatchObject({ method: 'POST', body: credentials, init: { redirect: 'manual' } });
  expect(Object.keys(exchanges[0]?.headers ?? {}).sort()).toEqual(['accept', 'content-type', 'user-agent']);
});

test('sends the token with every request', async () => {
  const { client, requests, exchanges } = observedClient();

  await client.customers.list();
  await client.wallets.get('wlt_1');

  expect(requests.map(({ headers }) => headers['authorization'])).toEqual(
    Array(2).fill('Bearer example-access-token'),
  );
  expect(exchanges).toHaveLength(1);
});

test('exchanges once for 50 cold calls', async () => {
  const { client, requests, exchanges } = observedClient();

  await Promise.all(Array.from({ length: 50 }, () => client.customers.list()));

  expect(requests).toHaveLength(50);
  expect(exchanges).toHaveLength(1);
});

test('rejects every waiting call with the same error when the credentials are wrong', async () => {
  const exchange = () => json(example('error-authentication-failed'), 401);
  const { client, requests, exchanges } = observedClient(undefined, { exchange });

  const errors = await Promise.all(Array.from({ length: 5 }, () => caught(client.customers.list())));

  expect(errors[0]).toBeInstanceOf(AuthenticationError);
  expect(errors[0]?.message).toContain('POST /auth/token');
  expect(new Set(errors).size).toBe(1);
  expect(exchanges).toHaveLength(1);
  expect(requests).toHaveLength(0);
});

test('exchanges anew after an exchange that failed', async () => {
  const exchange = (_: unknown, index: number) => (index === 0 ? json({}, 503) : json(example('token')));
  const { client, requests, exchanges } = observedClient(undefined, { exchange });

  expect(await caught(client.customers.list())).toBeInstanceOf(ServerError);
  await client.customers.list();

  expect(exchanges).toHaveLength(2);
  expect(requests).toHaveLength(1);
});

test('keeps the tokens of two clients apart', async () => {
  const one = observedClient(undefined, { exchange: () => json({ accessToken: 'one', expiresIn: 3600 }) });
  const two = observedClient(undefined, { exchange: () => json({ accessToken: 'two', expiresIn: 3600 }) });

  await Promise.all([one.client.customers.list(), two.client.customers.list()]);

  expect(one.requests[0]?.headers['authorization']).toBe('Bearer one');
  expect(two.requests[0]?.headers['authorization']).toBe('Bearer two');
});
