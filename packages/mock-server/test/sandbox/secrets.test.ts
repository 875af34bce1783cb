import { startMockServer } from '@oms-sdk/mock-server';
import { createSandbox } from '@oms-sdk/mock-server/sandbox';
import { expect, test } from 'vitest';

interface Secrets {
  readonly token: string;
  readonly secret: string;
}
type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A token and the secret of a webhook endpoint, both the first of a sandbox. */
async function firstSecrets(fetch: Fetch, url: string): Promise<Secrets> {
  const post = async (path: string, headers: object, body: object) => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    };
    return (await fetch(url + path, init)).json();
  };
  const { accessToken } = await post(
    '/auth/token',
    {},
    { apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret' },
  );
  const headers = { authorization: `bearer ${accessToken}`, 'idempotency-key': 'key-1' };
  const body = { url: 'https://hooks.example/oms', events: ['customer.created'] };
  const { secret } = await post('/webhooks', headers, body);
  return { token: accessToken, secret };
}

async function ofServer(options: { seed?: number }): Promise<Secrets> {
  await using server = await startMockServer({ mode: 'sandbox', listen: false, ...options });
  return await firstSecrets(server.fetch, server.url);
}

const ofSandbox = (options: { seed?: number }) =>
  firstSecrets(createSandbox(options).fetch, 'https://oms.example');

test.each([
  ['a mock server', ofServer],
  ['a sandbox', ofSandbox],
])('the tokens and secrets of %s without a seed cannot be guessed', async (_, secretsOf) => {
  const [one, other] = [await secretsOf({}), await secretsOf({})];

  expect(one).toEqual({
    token: expect.stringMatching(/^tok_/),
    secret: expect.stringMatching(/^whsec_[0-9a-f]{64}$/),
  });
  expect([other.token, other.secret]).not.toEqual(expect.arrayContaining([one.token]));
  expect([other.token, other.secret]).not.toEqual(expect.arrayContaining([one.secret]));
});

test.each([
  ['a mock server', ofServer],
  ['a sandbox', ofSandbox],
])('the tokens and secrets of %s with a seed are the same each time', async (_, secretsOf) => {
  expect(await secretsOf({ seed: 7 })).toEqual(await secretsOf({ seed: 7 }));
});
