import { expect, test } from 'vitest';
import { begin, observedSandbox } from './observed-sandbox.js';

const wayToOne = 'Exchange your API key at POST /auth/token, and send Authorization: Bearer <accessToken>.';

test.each([
  ['', 'The Authorization header is missing.'],
  ['Basic c2tfc2RieF94Onk=', 'The Authorization header has the scheme Basic, and this API takes Bearer.'],
  ['Token abc', 'The Authorization header has another scheme than Bearer.'],
  ['tok_abc', 'The Authorization header has a key or a token without the word Bearer before it.'],
  ['Bearer sk_sdbx_abc', 'This is an API key, which is not sent itself.'],
  [
    'Bearer eyJhbGciOi.eyJzdWIi.c2ln',
    'This token comes from another issuer; the sandbox takes only its own.',
  ],
  [
    `Bearer tok_${'0'.repeat(26)}`,
    'This token comes from another sandbox, or from before this one was reset.',
  ],
  ['Bearer made-up', 'This is no token that the sandbox issued.'],
])('the credential %j is refused with a sentence of its own', async (authorization, sentence) => {
  const { send } = await observedSandbox();

  const { status, body } = await send('GET', '/customers', undefined, { authorization });

  expect([status, body['message']]).toEqual([401, `${sentence} ${wayToOne}`]);
  if (authorization !== '') expect(JSON.stringify(body)).not.toContain(authorization.split(' ').at(-1));
});

test('an expired token is told from one that never was', async () => {
  const { server, send } = await observedSandbox();
  server.sandbox.advance(3_600_000);

  expect((await send('GET', '/customers')).body).toMatchObject({
    code: 'token_expired',
    message: `This token has expired; tokens live an hour. ${wayToOne}`,
  });
});

test('a status the API declares is told apart from what the contract says of it', async () => {
  const { server, send } = await observedSandbox(1, { now: () => begin });
  await send('GET', '/customers', undefined, { authorization: 'Bearer made-up' });

  expect([server.requests.at(-1)?.status, server.violations]).toEqual([401, []]);
});
