import { describe, expect, test } from 'vitest';
import { alice, begin, documents, observedSandbox } from './observed-sandbox.js';

test('a customer that was created is there, and in the list', async () => {
  const { send } = await observedSandbox();

  const { status, body } = await send('POST', '/customers', alice);
  const found = await send('GET', `/customers/${body['id']}`);
  const list = await send('GET', '/customers');

  expect(status).toBe(201);
  expect(found.body).toEqual(body);
  expect(list.body).toMatchObject({ data: [body], hasMore: false, cursor: null });
});

test('gives back what may be given back, and nothing of the rest', async () => {
  const { send } = await observedSandbox();

  const { body } = await send('POST', '/customers', { ...alice, ...documents, ipAddress: '203.0.113.7' });

  expect(body).toMatchObject({
    firstName: 'Alice',
    middleName: null,
    signedAgreement: true,
    status: 'active',
  });
  expect(body['signedAgreementAt']).toBe(new Date(begin).toISOString());
  for (const secret of ['1990-05-15', '123 Main St', 'X0000000', '203.0.113.7']) {
    expect(JSON.stringify(body)).not.toContain(secret);
  }
});

test('an update changes what it names and leaves the rest', async () => {
  const { server, send } = await observedSandbox();
  const { id } = (await send('POST', '/customers', { ...alice, metadata: { a: 1 } })).body;
  server.sandbox.advance(1000);
  const { body: created } = await send('GET', `/customers/${id}`);

  const { body } = await send('PATCH', `/customers/${id}`, {
    firstName: 'Alicia',
    metadata: { b: 2 },
  });

  const updatedAt = new Date(begin + 1000).toISOString();
  expect(body).toEqual({ ...created, firstName: 'Alicia', metadata: { b: 2 }, updatedAt });
});

describe('an agreement', () => {
  test('that was signed cannot be taken back', async () => {
    const { send } = await observedSandbox();
    const { body } = await send('POST', '/customers', alice);

    const refused = await send('PATCH', `/customers/${body['id']}`, {
      signedAgreement: false,
      firstName: 'X',
    });

    expect(refused).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
    expect((await send('GET', `/customers/${body['id']}`)).body).toEqual(body);
  });

  test('can be signed later, and keeps its date', async () => {
    const { server, send } = await observedSandbox();
    const { body } = await send('POST', '/customers', { type: 'individual', signedAgreement: false });
    const sign = () => send('PATCH', `/customers/${body['id']}`, { signedAgreement: true });

    const first = await sign();
    server.sandbox.advance(5000);
    const second = await sign();

    expect(body['signedAgreementAt']).toBeNull();
    expect(second.body['signedAgreementAt']).toBe(first.body['signedAgreementAt']);
  });
});

describe('a deleted customer', () => {
  test('stays readable, inactive, and in the list unless filtered', async () => {
    const { send } = await observedSandbox();
    const { body } = await send('POST', '/customers', alice);

    expect((await send('DELETE', `/customers/${body['id']}`)).body).toMatchObject({ status: 'inactive' });
    expect((await send('GET', `/customers/${body['id']}`)).body).toMatchObject({ status: 'inactive' });
    expect((await send('GET', '/customers')).body['data']).toHaveLength(1);
    expect((await send('GET', '/customers?status=active')).body['data']).toEqual([]);
  });

  test('can be deleted again with the same answer', async () => {
    const { send } = await observedSandbox();
    const { body } = await send('POST', '/customers', alice);
    const remove = () => send('DELETE', `/customers/${body['id']}`);

    expect(await remove()).toEqual(await remove());
  });
});

test.each(['GET', 'PATCH', 'DELETE'])('%s of an unknown customer is 404', async (method) => {
  const { send } = await observedSandbox();

  const reply = await send(method, '/customers/cst_unknown', method === 'PATCH' ? {} : undefined);

  expect(reply).toMatchObject({ status: 404, body: { code: 'not_found' } });
});

describe('the list', () => {
  test.each([
    ['?email=b%40example.com', ['b']],
    ['?externalId=usr_c', ['c']],
    ['?status=inactive', []],
    ['?createdAfter=2026-11-21T10:00:01Z', ['c', 'b']],
    ['?createdBefore=2026-11-21T10:00:01Z', ['b', 'a']],
    ['', ['c', 'b', 'a']],
  ])('with %j has the customers that fit, the newest first', async (query, names) => {
    const { server, send } = await observedSandbox();
    for (const name of ['a', 'b', 'c']) {
      await send('POST', '/customers', {
        type: 'individual',
        firstName: name,
        email: `${name}@example.com`,
        externalId: `usr_${name}`,
      });
      server.sandbox.advance(1000);
    }

    const { body } = await send('GET', `/customers${query}`);

    expect((body['data'] as { firstName: string }[]).map(({ firstName }) => firstName)).toEqual(names);
  });

  test('goes on where the page before ended, also when customers were added since', async () => {
    const { send } = await observedSandbox();
    const add = (firstName: string) => send('POST', '/customers', { type: 'individual', firstName });
    for (const name of ['a', 'b', 'c']) await add(name);

    const first = await send('GET', '/customers?limit=2');
    await add('d');
    const second = await send('GET', `/customers?limit=2&cursor=${first.body['cursor']}`);

    expect(first.body).toMatchObject({ data: [{ firstName: 'c' }, { firstName: 'b' }], hasMore: true });
    expect(second.body).toMatchObject({ data: [{ firstName: 'a' }], hasMore: false, cursor: null });
  });

  test.each(['/webhooks', '/customers/{id}/wallets'])('has no cursor for %s', async (path) => {
    const { send } = await observedSandbox();
    await send('POST', '/customers', alice);
    const { body } = await send('POST', '/customers', alice);
    const { cursor } = (await send('GET', '/customers?limit=1')).body;

    const other = path.replace('{id}', String(body['id']));
    expect(await send('GET', `${other}?cursor=${cursor}`)).toMatchObject({
      status: 400,
      body: { details: [{ location: 'query.cursor' }] },
    });
  });

  test('refuses a time that the calendar of JavaScript does not know, instead of finding nobody', async () => {
    const { send } = await observedSandbox();

    expect(await send('GET', '/customers?createdAfter=2016-12-31T23:59:60Z')).toMatchObject({
      status: 400,
      body: { details: [{ location: 'query.createdAfter', message: 'Must be a date and a time.' }] },
    });
  });

  test('refuses a cursor it never gave', async () => {
    const { send } = await observedSandbox();

    expect(await send('GET', '/customers?cursor=mine')).toMatchObject({
      status: 400,
      body: { code: 'invalid_request' },
    });
  });
});
