import { describe, expect, test } from 'vitest';
import { alice, documents, observedSandbox, type Send } from './observed-sandbox.js';

interface Endorsement {
  type: string;
  status: string;
  rejectionReasons: { reason: string }[];
  requirements: Record<string, string[]>;
}

/** Status by name, as the customer has them now. */
function statuses(body: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    (body['endorsements'] as Endorsement[]).map(({ type, status }) => [type, status]),
  );
}

const create = async (send: Send, fields: object) =>
  (await send('POST', '/customers', { type: 'individual', ...fields })).body;

describe('a new customer', () => {
  test.each([
    ['nothing', {}, ['basic', 'cryptoCustody', 'usd']],
    ['usd', { endorsements: ['usd'] }, ['basic', 'usd']],
    ['basic', { endorsements: ['basic'] }, ['basic']],
    ['an empty list', { endorsements: [] }, []],
  ])('that asks for %s has the endorsements %j', async (_case, fields, names) => {
    const { send } = await observedSandbox();

    expect(Object.keys(statuses(await create(send, fields)))).toEqual(names);
  });

  test('without identity has none active and is told what is missing', async () => {
    const { send } = await observedSandbox();

    const [basic] = (await create(send, {}))['endorsements'] as Endorsement[];

    expect(basic).toMatchObject({ status: 'INACTIVE', requirements: { complete: [] } });
    expect(basic?.requirements['missing']).toContain('birthDate');
  });

  test('with everything is pending, and approved after a second', async () => {
    const { server, send } = await observedSandbox();

    const body = await create(send, { ...alice, ...documents });
    server.sandbox.advance(999);
    const before = await send('GET', `/customers/${body['id']}`);
    server.sandbox.advance(1);
    const after = await send('GET', `/customers/${body['id']}`);

    const pending = { basic: 'PENDING', cryptoCustody: 'PENDING', usd: 'PENDING' };
    expect([statuses(body), statuses(before.body)]).toEqual([pending, pending]);
    expect(statuses(after.body)).toEqual({ basic: 'ACTIVE', cryptoCustody: 'ACTIVE', usd: 'ACTIVE' });
  });

  test('is approved after the time that the server was given', async () => {
    const { server, send } = await observedSandbox(1, { checks: { afterMs: 30_000 } });

    const body = await create(send, { ...alice, ...documents });
    server.sandbox.advance(30_000);

    expect(statuses((await send('GET', `/customers/${body['id']}`)).body)['usd']).toBe('ACTIVE');
  });

  test.each([
    [{}, 'ACTIVE'],
    [{ metadata: { omsSandbox: 'reject' } }, 'REJECTED'],
  ])('gets its outcome within the write where checks are immediate: %j', async (fields, status) => {
    const { send } = await observedSandbox(1, { checks: 'immediate' });

    expect(statuses(await create(send, { ...alice, ...documents, ...fields }))['usd']).toBe(status);
  });
});

test('documents that come later open what needed them', async () => {
  const { server, send } = await observedSandbox();
  const created = await create(send, alice);
  server.sandbox.advance(5000);

  const { body } = await send('PATCH', `/customers/${created['id']}`, documents);
  server.sandbox.advance(1000);
  const after = await send('GET', `/customers/${created['id']}`);

  expect(statuses(created)).toEqual({ basic: 'PENDING', cryptoCustody: 'INACTIVE', usd: 'INACTIVE' });
  expect(statuses(body)).toEqual({ basic: 'ACTIVE', cryptoCustody: 'PENDING', usd: 'PENDING' });
  expect(statuses(after.body)).toEqual({ basic: 'ACTIVE', cryptoCustody: 'ACTIVE', usd: 'ACTIVE' });
});

test('endorsements are added and never removed', async () => {
  const { send } = await observedSandbox();
  const created = await create(send, { endorsements: ['usd'] });

  const { body } = await send('PATCH', `/customers/${created['id']}`, { endorsements: ['cryptoCustody'] });

  expect(Object.keys(statuses(body)).sort()).toEqual(['basic', 'cryptoCustody', 'usd']);
});

describe('metadata.omsSandbox', () => {
  test.each([
    ['pending', 'PENDING', 'pending'],
    ['issues', 'ISSUES', 'issues'],
    ['reject', 'REJECTED', 'complete'],
  ])('%s makes the status %s', async (omsSandbox, status, list) => {
    const { server, send } = await observedSandbox();

    const { id } = await create(send, { ...alice, ...documents, metadata: { omsSandbox } });
    server.sandbox.advance(1000);
    const { body } = await send('GET', `/customers/${id}`);

    const [basic] = body['endorsements'] as Endorsement[];
    expect(basic).toMatchObject({ status });
    expect(basic?.requirements[list]).toContain('birthDate');
    expect(basic?.rejectionReasons).toHaveLength(status === 'REJECTED' ? 1 : 0);
  });

  test.each(['other', 'toString', 'delay:', 'delay:-1', 'reject:5', '', 7, null, ['reject']])(
    '%j is refused',
    async (omsSandbox) => {
      const { send } = await observedSandbox();

      expect(await send('POST', '/customers', { ...alice, metadata: { omsSandbox } })).toMatchObject({
        status: 422,
        body: {
          code: 'validation_failed',
          details: [
            {
              location: 'body.metadata.omsSandbox',
              message: expect.stringMatching(
                /^Must be one of approve, pending, issues, reject, revoke, offboard, delay, delay:<seconds>, none(?:\.|; did you mean \S+\?)$/,
              ),
            },
          ],
        },
      });
    },
  );
});

describe('a review decision', () => {
  test('holds until the endorsement is asked for again', async () => {
    const { server, send } = await observedSandbox();
    const { id } = (await create(send, { ...alice, ...documents })) as { id: string };

    server.sandbox.decide(id, 'usd', { status: 'REJECTED', reason: 'The picture is blurred.' });
    const rejected = await send('GET', `/customers/${id}`);
    await send('PATCH', `/customers/${id}`, { endorsements: ['usd'] });
    server.sandbox.advance(1000);
    const again = await send('GET', `/customers/${id}`);

    expect(statuses(rejected.body)['usd']).toBe('REJECTED');
    expect(JSON.stringify(rejected.body)).toContain('The picture is blurred.');
    expect(statuses(again.body)['usd']).toBe('ACTIVE');
  });

  test('that closed the endorsement stands although it is asked for again', async () => {
    const { server, send } = await observedSandbox();
    const { id } = (await create(send, { ...alice, ...documents })) as { id: string };
    server.sandbox.decide(id, 'usd', { status: 'OFFBOARDED' });

    const { body } = await send('PATCH', `/customers/${id}`, { endorsements: ['usd', 'basic'] });
    server.sandbox.advance(1000);
    const later = await send('GET', `/customers/${id}`);

    expect([statuses(body), statuses(later.body)]).toMatchObject([
      { usd: 'OFFBOARDED', basic: 'PENDING' },
      { usd: 'OFFBOARDED', basic: 'ACTIVE' },
    ]);
  });

  test('that was favourable stands while the endorsement is evaluated again', async () => {
    const { server, send } = await observedSandbox();
    const { id } = (await create(send, { type: 'individual' })) as { id: string };
    server.sandbox.decide(id, 'usd', { status: 'ACTIVE' });

    const { body } = await send('PATCH', `/customers/${id}`, { endorsements: ['usd'] });
    server.sandbox.advance(1000);
    const later = await send('GET', `/customers/${id}`);

    expect([statuses(body)['usd'], statuses(later.body)['usd']]).toEqual(['ACTIVE', 'INACTIVE']);
  });

  test.each(['REVOKED_ISSUES', 'OFFBOARDED'] as const)('can be %s', async (status) => {
    const { server, send } = await observedSandbox();
    const { id } = (await create(send, { ...alice, ...documents })) as { id: string };

    server.sandbox.decide(id, 'basic', { status });

    expect(statuses((await send('GET', `/customers/${id}`)).body)['basic']).toBe(status);
  });

  test('comes through the admin route as well', async () => {
    const { server, send } = await observedSandbox();
    const { id } = await create(send, { ...alice, ...documents });
    const rule = (body: object) =>
      server.fetch(new URL('/__oms/endorsements', server.url), {
        method: 'POST',
        body: JSON.stringify(body),
      });

    const done = await rule({ customerId: id, endorsement: 'usd', status: 'ISSUES' });

    expect(done.status).toBe(200);
    expect(statuses((await send('GET', `/customers/${id}`)).body)['usd']).toBe('ISSUES');
    expect((await rule({ customerId: 'cst_0', endorsement: 'usd', status: 'ISSUES' })).status).toBe(404);
    expect((await rule({ customerId: id, endorsement: 'gold', status: 'ISSUES' })).status).toBe(400);
    expect((await rule({ customerId: id, endorsement: 'usd', status: 'issues' })).status).toBe(400);
  });
});
