import { AuthenticationError, type CustomerCreateParams } from '@oms-sdk/client';
import { openapiFetch } from '@oms-sdk/client/openapi-fetch';
import { expect, test } from 'vitest';
import { caught } from '../harness/caught.js';
import { example } from '../harness/example.js';
import { type ObservedRequest, observedClient } from '../harness/observed-client.js';
import { json } from '../harness/responses.js';

const expired = () => json(example('error-token-expired'), 401);
const numbered = (_: unknown, index: number) => json({ accessToken: `token-${index + 1}`, expiresIn: 3600 });
const onlyTokenTwo = ({ headers }: ObservedRequest) =>
  headers['authorization'] === 'Bearer token-2' ? json(example('customer-jane')) : expired();

test('exchanges once and sends the same request again after a 401', async () => {
  const { client, requests, exchanges } = observedClient(onlyTokenTwo, { exchange: numbered });

  await client.customers.create(example<CustomerCreateParams>('customer-create-jane'));

  const [first, second] = requests;
  expect(exchanges).toHaveLength(2);
  expect(requests).toHaveLength(2);
  expect(second?.init.body).toBe(first?.init.body);
  expect(second?.headers).toEqual({ ...first?.headers, authorization: 'Bearer token-2' });
});

test('takes a second 401 as final', async () => {
  const { client, requests, exchanges } = observedClient(expired, { exchange: numbered });

  const error = await caught<AuthenticationError>(client.customers.get('cst_1'));

  expect(error).toBeInstanceOf(AuthenticationError);
  expect(error.code).toBe('token_expired');
  expect(requests).toHaveLength(2);
  expect(exchanges).toHaveLength(2);
});

test.each<[string, number, Record<string, string>]>([
  ['a retry', 503, {}],
  ['retries that x-should-retry asks for', 401, { 'x-should-retry': 'true' }],
])('exchanges no third time for a 401 after %s', async (_, second, headers) => {
  const statuses = [401, second, 401, 401];
  const { client, exchanges } = observedClient(
    (_, index) => json({}, statuses[index] ?? 401, { 'retry-after-ms': '1', ...headers }),
    { exchange: numbered, maxRetries: 2 },
  );

  expect(await caught(client.customers.get('cst_1'))).toBeInstanceOf(AuthenticationError);
  expect(exchanges).toHaveLength(2);
});

test('exchanges once for 50 simultaneous 401s', async () => {
  const { client, requests, exchanges } = observedClient(onlyTokenTwo, { exchange: numbered });

  await Promise.all(Array.from({ length: 50 }, () => client.customers.list()));

  expect(exchanges).toHaveLength(2);
  expect(requests).toHaveLength(100);
});

test('does not throw a new token away for a late 401 of the old one', async () => {
  let refuseLate = (_: Response): void => undefined;
  const late = new Promise<Response>((resolve) => {
    refuseLate = resolve;
  });
  const { client, exchanges } = observedClient(
    (request, index) => (index === 0 ? late : onlyTokenTwo(request)),
    {
      exchange: numbered,
    },
  );

  const slow = client.customers.get('cst_slow').then();
  await client.customers.get('cst_fast');
  refuseLate(expired());
  await slow;

  expect(exchanges).toHaveLength(2);
});

test('does not send again when the exchange returns the refused token again', async () => {
  const { client, requests } = observedClient(expired);

  await caught(client.customers.get('cst_1'));

  expect(requests).toHaveLength(1);
});

test('rejects with the error of the exchange when that fails after a 401', async () => {
  const exchange = (_: unknown, index: number) =>
    index === 0 ? json(example('token')) : json(example('error-authentication-failed'), 401);
  const { client, requests } = observedClient(expired, { exchange });

  const error = await caught<AuthenticationError>(client.customers.get('cst_1'));

  expect(error.message).toContain('POST /auth/token');
  expect(requests).toHaveLength(1);
});

test('refreshes the token for a call of openapi-fetch as well', async () => {
  const { client, requests } = observedClient(onlyTokenTwo, { exchange: numbered });

  const { response } = await openapiFetch(client).GET('/customers');

  expect(response.ok).toBe(true);
  expect(requests).toHaveLength(2);
});
