import type { MockServer } from '@oms-sdk/mock-server';
import { type MockServerOptions, startMockServer } from '@oms-sdk/mock-server';
import { describe, expect, test } from 'vitest';
import { alice, documents, observedSandbox, type Send } from './observed-sandbox.js';

type Checks = NonNullable<MockServerOptions['checks']>;

const usdc = { asset: 'usdc', chain: 'polygon' };
async function endorsed({ server, send }: { server: MockServer; send: Send }) {
  const { body } = await send('POST', '/customers', { ...alice, ...documents });
  server.sandbox.advance(1000);
  return body['id'];
}

describe('a wallet', () => {
  test('that was created is there, in the list and in the customer', async () => {
    const { server, send } = await observedSandbox();
    const id = await endorsed({ server, send });

    const { status, body } = await send('POST', `/customers/${id}/wallets`, usdc);

    expect(status).toBe(201);
    expect((await send('GET', `/wallets/${body['id']}`)).body).toEqual(body);
    expect((await send('GET', `/customers/${id}/wallets`)).body).toMatchObject({
      data: [body],
      hasMore: false,
    });
    const { address } = body;
    expect((await send('GET', `/customers/${id}`)).body).toMatchObject({
      wallets: [{ address, network: 'polygon' }],
    });
    expect((await send('GET', `/wallets/${body['id']}/balance`)).body).toMatchObject({
      balance: '0.00',
      asset: 'usdc',
    });
  });

  test.each([
    ['polygon', /^0x[\da-f]{40}$/],
    ['solana', /^[1-9A-HJ-NP-Za-km-z]{44}$/],
    ['bitcoin', /^bc1q/],
  ])('on %s has an address of its form', async (chain, form) => {
    const { server, send } = await observedSandbox();
    const id = await endorsed({ server, send });

    const { body } = await send('POST', `/customers/${id}/wallets`, { asset: 'x', chain });

    expect(body['address']).toMatch(form);
  });

  test('needs the cryptoCustody endorsement', async () => {
    const { send } = await observedSandbox();
    const { body } = await send('POST', '/customers', alice);

    const reply = await send('POST', `/customers/${body['id']}/wallets`, usdc);

    expect(reply).toMatchObject({ status: 422, body: { code: 'compliance_required' } });
  });

  test('is not made for an inactive customer', async () => {
    const { server, send } = await observedSandbox();
    const id = await endorsed({ server, send });
    await send('DELETE', `/customers/${id}`);

    const reply = await send('POST', `/customers/${id}/wallets`, usdc);

    expect(reply).toMatchObject({ status: 409, body: { code: 'state_conflict' } });
  });
});

describe('an idempotency key', () => {
  const key = { 'idempotency-key': 'cst-alice-001' };

  test('makes the same write once and gives the same answer again', async () => {
    const { send } = await observedSandbox();

    const first = await send('POST', '/customers', alice, key);
    const second = await send('POST', '/customers', alice, key);

    expect(second).toEqual(first);
    expect((await send('GET', '/customers')).body['data']).toHaveLength(1);
  });

  test.each<Checks>([{ afterMs: 1000 }, 'immediate'])(
    'gives the first response again, whatever became of the customer and the dialect since, with checks %j',
    async (checks) => {
      const { server, send } = await observedSandbox(1, { checks });
      const first = await send('POST', '/customers', { ...alice, ...documents }, key);

      server.sandbox.advance(1000);
      await send('PATCH', `/customers/${first.body['id']}`, { firstName: 'Bea' });
      await send('POST', `/customers/${first.body['id']}/wallets`, usdc);
      server.sandbox.decide(String(first.body['id']), 'usd', { status: 'REJECTED' });
      await send('DELETE', `/customers/${first.body['id']}`);
      await server.sandbox.setDialect('v0.11, endorsementName=both');

      expect(await send('POST', '/customers', { ...alice, ...documents }, key)).toEqual(first);
    },
  );

  test('makes the same write once, however its JSON is written', async () => {
    const { server, send } = await observedSandbox();
    const first = await send(
      'POST',
      '/customers',
      { ...alice, metadata: { a: 1, b: [{ c: 2, d: 3 }] } },
      key,
    );

    const { body: token } = await send('POST', '/auth/token', { apiKey: 'sk_sdbx_example', apiSecret: 'x' });
    const rewritten = { metadata: { b: [{ d: 3, c: 2 }], a: 1.0 }, ...alice };
    const again = await server.fetch(`${server.url}/customers`, {
      method: 'POST',
      headers: {
        ...key,
        authorization: `Bearer ${token['accessToken']}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(rewritten, null, 2).replace('Alice', '\\u0041lice'),
    });

    expect([again.status, await again.json()]).toEqual([201, first.body]);
  });

  test('cannot serve a list in another order', async () => {
    const { send } = await observedSandbox();
    await send('POST', '/customers', { ...alice, endorsements: ['usd', 'cryptoCustody'] }, key);

    const other = await send('POST', '/customers', { ...alice, endorsements: ['cryptoCustody', 'usd'] }, key);

    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency_conflict' } });
  });

  test('cannot serve another body, or another path', async () => {
    const { send } = await observedSandbox();
    const { body } = await send('POST', '/customers', { ...alice, ...documents }, key);

    const other = await send('POST', '/customers', { ...alice, firstName: 'Bob' }, key);
    const elsewhere = await send('POST', `/customers/${body['id']}/wallets`, usdc, key);

    for (const reply of [other, elsewhere]) {
      expect(reply).toMatchObject({ status: 409, body: { code: 'idempotency_conflict' } });
    }
  });

  test('of a write that failed can be used again', async () => {
    const { server, send } = await observedSandbox();
    const { body } = await send('POST', '/customers', alice);
    const create = () => send('POST', `/customers/${body['id']}/wallets`, usdc, key);

    const before = await create();
    await send('PATCH', `/customers/${body['id']}`, documents);
    server.sandbox.advance(1000);

    expect([before.status, (await create()).status]).toEqual([422, 201]);
  });
});

describe('a token', () => {
  test('that was never issued is refused', async () => {
    const { send } = await observedSandbox();

    const reply = await send('GET', '/customers', undefined, { authorization: 'Bearer mine' });

    expect(reply).toMatchObject({ status: 401, body: { code: 'authentication_failed' } });
  });

  test('that is refused comes back with WWW-Authenticate', async () => {
    const { server } = await observedSandbox();
    const headers = { authorization: 'Bearer mine' };

    const { headers: sent } = await server.fetch(`${server.url}/customers`, { headers });

    expect(sent.get('www-authenticate')).toBe('Bearer');
  });

  test('expires after an hour', async () => {
    const { server, send } = await observedSandbox();

    server.sandbox.advance(3_599_999);
    expect((await send('GET', '/customers')).status).toBe(200);
    server.sandbox.advance(1);
    expect(await send('GET', '/customers')).toMatchObject({ status: 401, body: { code: 'token_expired' } });
  });

  test('is not given for the secret "wrong"', async () => {
    const { send } = await observedSandbox();

    const reply = await send('POST', '/auth/token', { apiKey: 'sk_sdbx_example', apiSecret: 'wrong' });

    expect(reply.status).toBe(401);
  });
});

test('webhook endpoints are created with a secret that is never shown again, changed and removed', async () => {
  const { send } = await observedSandbox();

  const { body } = await send('POST', '/webhooks', {
    url: 'https://app.example.com/hooks',
    events: ['wallet.provisioned'],
  });
  const { secret, ...shown } = body;
  const paused = await send('PATCH', `/webhooks/${body['id']}`, { enabled: false });
  const removed = await send('DELETE', `/webhooks/${body['id']}`);

  expect(secret).toMatch(/^whsec_[\da-f]{64}$/);
  expect(paused.body).toEqual({ ...shown, enabled: false, status: 'disabled' });
  expect(removed.status).toBe(204);
  expect((await send('GET', `/webhooks/${body['id']}`)).status).toBe(404);
});

describe('an external account', () => {
  const account = {
    type: 'usBank',
    network: 'ach',
    owner: { name: 'Alice Martin', type: 'individual' },
    bankDetails: { accountNumber: '000123456789', routingNumber: '021000021', accountType: 'checking' },
  };

  async function register(fields: object) {
    const { send } = await observedSandbox();
    const { body } = await send('POST', '/customers', alice);
    return send('POST', `/customers/${body['id']}/external-accounts`, { ...account, ...fields });
  }

  test('shows its number masked', async () => {
    expect(await register({})).toMatchObject({
      status: 201,
      body: { status: 'verified', bankDetails: { accountNumber: '****6789' } },
    });
  });

  test('needs the bank details that the schema of its rail requires', async () => {
    expect(await register({ bankDetails: { accountNumber: '' } })).toMatchObject({
      status: 422,
      body: {
        code: 'validation_failed',
        details: [
          { location: 'body.bankDetails.accountNumber', code: 'type' },
          { location: 'body.bankDetails.routingNumber', code: 'required' },
          { location: 'body.bankDetails.accountType', code: 'required' },
        ],
      },
    });
  });

  test.each([
    [{ iban: 'XX00' }, 201],
    [{}, 422],
  ])('of a rail without a schema with %j gets a %i', async (bankDetails, status) => {
    expect(await register({ network: 'wire', bankDetails })).toMatchObject({ status });
  });

  test.each([
    ['country=FR', 0],
    ['country=us&currency=USD', 1],
  ])('has %s in the schemas %i times', async (query, count) => {
    const { send } = await observedSandbox();

    expect((await send('GET', `/external-accounts/schemas?${query}`)).body['data']).toHaveLength(count);
  });
});

test('the same seed gives the same ids, another one others', async () => {
  const idOf = async (seed: number) =>
    (await (await observedSandbox(seed)).send('POST', '/customers', alice)).body['id'];

  expect(await idOf(1)).toBe(await idOf(1));
  expect(await idOf(1)).not.toBe(await idOf(2));
});

test('reset empties the sandbox and begins the seed anew', async () => {
  const { server, send } = await observedSandbox();
  await send('POST', '/customers', alice);

  server.reset();

  expect((await send('GET', '/customers')).status).toBe(401);
});

test('in another mode there is nothing to steer', async () => {
  const server = await startMockServer({ mode: 'mock', listen: false });

  expect(() => server.sandbox.advance(1)).toThrow("mode: 'sandbox'");
  const response = await server.fetch(new URL('/__oms/clock', server.url), {
    method: 'POST',
    body: '{"advanceMs":1}',
  });
  expect(response.status).toBe(400);
});
