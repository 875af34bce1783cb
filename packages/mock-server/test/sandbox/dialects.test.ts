import type { GivenDialect, MockServerOptions } from '@oms-sdk/mock-server';
import { createSandbox } from '@oms-sdk/mock-server/sandbox';
import { describe, expect, test } from 'vitest';
import { alice, documents, observedSandbox } from './observed-sandbox.js';

type Body = Record<string, unknown>;

/** A sandbox in a dialect, whose checks end with the write. */
const inDialect = (dialect: GivenDialect, options: MockServerOptions = {}) =>
  observedSandbox(1, { checks: 'immediate', dialect, ...options });

const individual = { type: 'individual' };
const firstOf = (body: Body) => (body['endorsements'] as Body[])[0] as Body;

test.each([
  ['documented', { type: 'basic' }],
  ['endorsementName=name', { name: 'basic' }],
  ['endorsementName=both', { type: 'basic', name: 'basic' }],
] as const)('in %s, an endorsement is named by %j', async (dialect, named) => {
  const { server, send } = await inDialect(dialect);

  const { type, name } = firstOf((await send('POST', '/customers', individual)).body);

  expect({ type, name }).toEqual({ type: undefined, name: undefined, ...named });
  server.assertNoViolations();
});

test.each([
  ['documented', ['firstName', 'birthDate']],
  ['requirements=codes', ['FIRST_NAME', 'BIRTH_DATE']],
  ['precedent', ['first_name', 'date_of_birth']],
] as const)('in %s, requirements are named as in %j', async (dialect, codes) => {
  const { send } = await inDialect(dialect);

  const { requirements } = firstOf((await send('POST', '/customers', individual)).body);

  expect((requirements as Body)['missing']).toEqual(expect.arrayContaining([...codes]));
});

test('in the precedent, an endorsement may wait for another one', async () => {
  const { send } = await inDialect('precedent');
  const { body } = await send('POST', '/customers', { ...individual, endorsements: ['usd'] });

  const missing = (body['endorsements'] as Body[]).map(
    ({ name, requirements }) => [name, (requirements as Record<string, string[]>)['missing']] as const,
  );

  expect(Object.fromEntries(missing)).toEqual({
    basic: expect.not.arrayContaining(['has_base']),
    usd: expect.arrayContaining(['has_base']),
  });
});

describe('a body that breaks the schema', () => {
  const wrong = { ...individual, email: 'nobody', phone: '1' };
  const withRequestId = { code: 'validation_failed', requestId: expect.any(String) };

  test.each([
    ['documented', 422, { ...withRequestId, details: expect.arrayContaining([expect.any(Object)]) }],
    ['invalidBody=400', 400, withRequestId],
    ['v0.11', 422, { code: 'validation_failed', message: 'The request body is not valid.' }],
    ['errors=error', 422, { error: 'The request body is not valid.' }],
    ['precedent', 400, { source: { location: 'body', key: 'email,phone' } }],
    [
      'errors=info',
      422,
      {
        error: true,
        info: { body: { properties: { phone: { errors: [expect.any(String)] } } } },
      },
    ],
  ] as const)('is refused in %s with %i', async (dialect, status, body) => {
    const { send } = await inDialect(dialect);

    const reply = await send('POST', '/customers', wrong);

    expect(reply).toMatchObject({ status, body });
  });

  test('gets the same status from a rule of the sandbox', async () => {
    const { send } = await inDialect('precedent');
    const { body } = await send('POST', '/customers', { ...individual, signedAgreement: true });

    const reply = await send('PATCH', `/customers/${body['id']}`, { signedAgreement: false });

    expect(reply).toMatchObject({ status: 400, body: { source: { key: 'signedAgreement' } } });
  });

  test('has no other status for what a rule of compliance refuses', async () => {
    const { send } = await inDialect('precedent');
    const { body } = await send('POST', '/customers', individual);

    const reply = await send('POST', `/customers/${body['id']}/wallets`, { asset: 'usdc', chain: 'polygon' });

    expect(reply).toMatchObject({ status: 422, body: { code: 'compliance_required' } });
  });
});

test.each(['documented', 'v0.11', 'precedent', 'errors=error', 'errors=info'] as const)(
  'what is refused in %s keeps the contract, to the last property',
  async (dialect) => {
    const { server, send } = await inDialect(dialect);

    const { status } = await send('GET', '/customers/cst_nobody');

    expect([status, server.violations]).toEqual([404, []]);
  },
);

test('an injected fault has the error shape of the dialect', async () => {
  const { send } = await inDialect('errors=info', { faults: ['status=422; operation=listCustomers'] });

  const reply = await send('GET', '/customers');

  expect(reply).toMatchObject({ status: 422, body: { error: true, info: {} } });
});

describe('an idempotency key', () => {
  const day = 86_400_000;
  const key = { 'idempotency-key': 'key-of-a-job' };

  test.each([
    ['documented', day, 201, 'the same customer'],
    ['idempotencyKeys=24h', day - 1, 201, 'the same customer'],
    ['idempotencyKeys=24h', day, 201, 'another customer'],
    ['precedent', day - 1, 201, 'the same customer'],
    ['precedent', day, 422, 'no customer'],
  ] as const)('used in %s again after %i ms leads to %i and %s', async (dialect, ms, status, outcome) => {
    const { server, send } = await inDialect(dialect);
    const first = await send('POST', '/customers', individual, key);
    server.sandbox.advance(ms);

    const { body } = await send('POST', '/auth/token', { apiKey: 'sk_sdbx_example', apiSecret: 'example' });
    const authorization = `Bearer ${body['accessToken']}`;

    const second = await send('POST', '/customers', individual, { ...key, authorization });

    const { id } = second.body;
    const isSame = id === first.body['id'] ? 'the same customer' : 'another customer';
    expect([second.status, id === undefined ? 'no customer' : isSame]).toEqual([status, outcome]);
  });

  test.each([
    ['documented', 409],
    ['precedent', 400],
  ] as const)('with another body is refused in %s with %i', async (dialect, status) => {
    const { send } = await inDialect(dialect);
    await send('POST', '/customers', individual, key);

    const reply = await send('POST', '/customers', { ...individual, firstName: 'Jo' }, key);

    expect(reply).toMatchObject({ status, body: { code: 'idempotency_conflict' } });
  });
});

test('in cursor=nextCursor, a list has its next page under that name, and the contract agrees', async () => {
  const { server, send } = await inDialect('cursor=nextCursor');
  for (const name of ['Jo', 'Jane']) await send('POST', '/customers', { ...individual, firstName: name });

  const { body } = await send('GET', '/customers?limit=1');
  const next = await send('GET', `/customers?limit=1&cursor=${body['nextCursor']}`);

  expect(Object.keys(body)).toEqual(['data', 'hasMore', 'nextCursor']);
  expect(next.body).toMatchObject({ data: [{ firstName: 'Jo' }], hasMore: false, nextCursor: null });
  expect(server.violations).toEqual([]);
});

describe('the events that the sandbox sends by itself', () => {
  /** The names and data of what is sent while a customer is granted everything, loses it, and gets a wallet and an account. */
  async function eventsIn(dialect: GivenDialect) {
    const sent: Body[] = [];
    const deliver = async (_url: string, body: string) => {
      sent.push(JSON.parse(body) as Body);
      return 204;
    };
    const { server, send } = await observedSandbox(1, { dialect, deliver });
    await send('POST', '/webhooks', { url: 'https://app.example.com/hooks' });
    const { body } = await send('POST', '/customers', { ...alice, ...documents, endorsements: ['basic'] });
    server.sandbox.advance(1000);
    server.sandbox.decide(String(body['id']), 'cryptoCustody', { status: 'ACTIVE' });
    server.sandbox.decide(String(body['id']), 'basic', { status: 'REVOKED_ISSUES' });
    await send('POST', `/customers/${body['id']}/wallets`, { asset: 'usdc', chain: 'polygon' });
    await send('POST', `/customers/${body['id']}/external-accounts`, {
      type: 'usBank',
      network: 'ach',
      owner: { name: 'Alice Martin', type: 'individual' },
      bankDetails: { accountNumber: '123456789', routingNumber: '021000021', accountType: 'checking' },
    });
    await server.sandbox.delivered();
    server.assertNoViolations();
    return sent;
  }

  test('are the documented one, by default', async () => {
    const sent = await eventsIn('documented');

    expect(new Set(sent.map(({ event }) => event))).toEqual(new Set(['customer.endorsement.granted']));
  });

  test('are those of third parties in v0.11, in the place of it', async () => {
    const sent = await eventsIn('v0.11');

    expect(sent.map(({ event, eventType }) => event ?? eventType)).toEqual([
      'endorsement.active',
      'endorsement.active',
      'endorsement.updated',
      'wallet.provisioned',
      'externalAccount.created',
      'externalAccount.verified',
      'externalAccount.statusChanged',
    ]);
    expect(sent.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(sent[2]).toMatchObject({ data: { name: 'basic', status: 'REVOKED_ISSUES' } });
  });
});

describe('a sandbox that begins with data', () => {
  test('has the dialect of the data', async () => {
    const { server } = await observedSandbox(1, { seedData: { dialect: 'precedent, errors=info' } });

    expect(server.sandbox.dialect()).toMatchObject({ requirements: 'precedent', errors: 'info' });
  });

  test('has that of its options, where they name one', async () => {
    const { server } = await inDialect('precedent', { seedData: { dialect: 'v0.11' } });

    expect(server.sandbox.dialect()).toMatchObject({ events: 'v0.9', errors: 'source' });
  });

  test('takes no dialect with data that comes later', async () => {
    const { server } = await inDialect('documented');

    expect(() => server.sandbox.seed({ dialect: 'v0.11' })).toThrow(/a running one has setDialect/);
  });
});

test('a sandbox without a server speaks a dialect too', async () => {
  const sandbox = createSandbox({ dialect: 'errors=error' });

  const response = await sandbox.fetch('https://sandbox.example/v0.9/customers');

  expect(await response.json()).toEqual({ error: expect.stringContaining('token') });
});

describe('a running sandbox', () => {
  test('takes up another dialect with what its messages are checked against, until it is reset', async () => {
    const { server, send } = await inDialect('documented');

    await server.sandbox.setDialect({ preset: 'precedent', cursor: 'nextCursor' });
    const { body } = await send('GET', '/customers');
    const violations = server.violations.length;
    server.reset();

    expect([Object.keys(body), violations]).toEqual([['data', 'hasMore', 'nextCursor'], 0]);
    expect(server.sandbox.dialect()).toMatchObject({ cursor: 'cursor', errors: 'details' });
  });

  test('takes what it says of itself', async () => {
    const { server } = await inDialect('precedent, cursor=nextCursor');
    const before = server.sandbox.dialect();

    await server.sandbox.setDialect(before);

    expect(server.sandbox.dialect()).toEqual(before);
  });

  test.each([
    ['precendent', /must be one of documented, v0\.11, precedent; did you mean precedent\?/],
    ['nextCursor', /did you mean cursor=nextCursor\?/],
    ['v0.11, error=info', /error is not a switch of a dialect; did you mean errors\?/],
    ['errors=detials', /errors must be one of details, code, error, source, info; did you mean details\?/],
    ['errors', /did you mean errors=code\?/],
    ['errors=code, errors=info', /errors is given twice/],
    ['requirements=precedent', /is part of the dialect precedent alone/],
    [{ invalidBody: 500 }, /invalidBody must be one of 422, 400/],
    [[], /must be a preset, an object of switches, or a text/],
  ])('refuses %j and stays as it was', async (dialect, message) => {
    const { server } = await inDialect('v0.11');
    const before = server.sandbox.dialect();

    await expect(server.sandbox.setDialect(dialect as GivenDialect)).rejects.toThrow(message);

    expect(server.sandbox.dialect()).toEqual(before);
  });
});
