import { describe, expect, test } from 'vitest';
import { alice, documents, type Send } from './observed-sandbox.js';
import { standaloneSandbox } from './standalone-sandbox.js';

interface Shown {
  status: string;
  rejectionReasons: { reason: string }[];
}

const complete = { ...alice, ...documents };

/** What became of `usd` for a customer. */
async function usdOf(send: Send, id: unknown): Promise<Shown | undefined> {
  const { body } = await send('GET', `/customers/${id}`);
  return (body['endorsements'] as (Shown & { type: string })[]).find(({ type }) => type === 'usd');
}

describe('metadata.omsSandbox', () => {
  test.each([
    ['approve', 'ACTIVE'],
    ['pending', 'PENDING'],
    ['issues', 'ISSUES'],
    ['reject', 'REJECTED'],
    ['revoke', 'REVOKED_ISSUES'],
    ['offboard', 'OFFBOARDED'],
    ['delay', 'PENDING'],
    ['delay:0', 'ACTIVE'],
  ])('%s on a create makes the status %s', async (omsSandbox, status) => {
    const { sandbox, send } = await standaloneSandbox();

    const { body } = await send('POST', '/customers', { ...complete, metadata: { omsSandbox } });
    if (omsSandbox !== 'delay:0') expect(await usdOf(send, body['id'])).toMatchObject({ status: 'PENDING' });
    sandbox.advance(1000);

    expect(await usdOf(send, body['id'])).toMatchObject({ status });
  });

  test('approve needs no identity', async () => {
    const { sandbox, send } = await standaloneSandbox();

    const { body } = await send('POST', '/customers', {
      type: 'individual',
      metadata: { omsSandbox: 'approve' },
    });
    sandbox.advance(1000);

    expect(await usdOf(send, body['id'])).toMatchObject({ status: 'ACTIVE' });
  });

  test('on an update changes a customer who was approved', async () => {
    const { sandbox, send } = await standaloneSandbox();
    const { body } = await send('POST', '/customers', complete);
    sandbox.advance(1000);

    await send('PATCH', `/customers/${body['id']}`, { metadata: { omsSandbox: 'revoke' } });
    expect(await usdOf(send, body['id'])).toMatchObject({ status: 'ACTIVE' });
    sandbox.advance(1000);

    expect(await usdOf(send, body['id'])).toMatchObject({ status: 'REVOKED_ISSUES' });
  });

  test.each(['pending', 'delay', 'delay:60', 'issues', 'reject', 'revoke', 'offboard'])(
    '%s shows omsSandboxReason',
    async (omsSandbox) => {
      const { sandbox, send } = await standaloneSandbox();
      const metadata = { omsSandbox, omsSandboxReason: 'The picture is blurred.' };

      const { body } = await send('POST', '/customers', { ...complete, metadata });
      sandbox.advance(1000);

      expect((await usdOf(send, body['id']))?.rejectionReasons).toMatchObject([
        { reason: 'The picture is blurred.' },
      ]);
    },
  );

  test.each([
    ['delay', 10_000],
    ['delay:1800', 1_800_000],
  ])('%s approves after %i ms', async (omsSandbox, ms) => {
    const { sandbox, send } = await standaloneSandbox();
    const { body } = await send('POST', '/customers', { ...complete, metadata: { omsSandbox } });

    sandbox.advance(ms - 1);
    expect(await usdOf(send, body['id'])).toMatchObject({ status: 'PENDING' });
    sandbox.advance(1);

    expect(await usdOf(send, body['id'])).toMatchObject({ status: 'ACTIVE' });
  });

  test('delay approves nobody whose identity is missing', async () => {
    const { sandbox, send } = await standaloneSandbox();
    const { body } = await send('POST', '/customers', {
      type: 'individual',
      metadata: { omsSandbox: 'delay' },
    });

    sandbox.advance(10_000);

    expect(await usdOf(send, body['id'])).toMatchObject({ status: 'INACTIVE' });
  });

  test('delay tells a webhook endpoint once when it approves', async () => {
    const { sandbox, send } = await standaloneSandbox({ deliver: async () => 204 });
    await send('POST', '/webhooks', { url: 'https://app.example.com/hooks' });
    await send('POST', '/customers', { ...complete, metadata: { omsSandbox: 'delay' } });
    expect(sandbox.deliveries()).toEqual([]);

    sandbox.advance(10_000);
    await sandbox.delivered();

    expect(sandbox.deliveries()).toMatchObject([{ state: 'delivered' }]);
  });

  test('holds until it is changed, whatever other metadata comes', async () => {
    const { sandbox, send } = await standaloneSandbox();
    const { body } = await send('POST', '/customers', { ...complete, metadata: { omsSandbox: 'reject' } });
    const update = async (fields: object) => {
      await send('PATCH', `/customers/${body['id']}`, fields);
      sandbox.advance(1000);
      return (await usdOf(send, body['id']))?.status;
    };

    expect(await update({ endorsements: ['usd'] })).toBe('REJECTED');
    expect(await update({ metadata: {} })).toBe('REJECTED');
    expect(await update({ endorsements: ['usd'], metadata: { plan: 'starter' } })).toBe('REJECTED');
    expect(await update({ metadata: { omsSandbox: 'issues' } })).toBe('ISSUES');
    expect(await update({ metadata: { omsSandbox: 'none' } })).toBe('ACTIVE');
  });

  test('delay applies to every endorsement that is asked for while it holds', async () => {
    const { sandbox, send } = await standaloneSandbox();
    const metadata = { omsSandbox: 'delay:60' };
    const { body } = await send('POST', '/customers', { ...complete, endorsements: ['basic'], metadata });
    sandbox.advance(60_000);
    await send('PATCH', `/customers/${body['id']}`, { endorsements: ['usd'], metadata: {} });

    sandbox.advance(59_999);
    expect(await usdOf(send, body['id'])).toMatchObject({ status: 'PENDING' });
    sandbox.advance(1);

    expect(await usdOf(send, body['id'])).toMatchObject({ status: 'ACTIVE' });
  });

  test('delay applies to the fields that make an endorsement complete', async () => {
    const { sandbox, send } = await standaloneSandbox();
    const { body } = await send('POST', '/customers', { ...alice, metadata: { omsSandbox: 'delay:60' } });
    sandbox.advance(60_000);
    await send('PATCH', `/customers/${body['id']}`, documents);

    sandbox.advance(59_999);
    expect(await usdOf(send, body['id'])).toMatchObject({ status: 'PENDING' });
    sandbox.advance(1);

    expect(await usdOf(send, body['id'])).toMatchObject({ status: 'ACTIVE' });
  });
});

describe('a scheduled review decision', () => {
  test('is made when its time has come', async () => {
    const { sandbox, send } = await standaloneSandbox();
    const { body } = await send('POST', '/customers', complete);
    sandbox.decide(String(body['id']), 'usd', { status: 'OFFBOARDED', afterMs: 5000 });

    sandbox.advance(1000);
    expect(await usdOf(send, body['id'])).toMatchObject({ status: 'ACTIVE' });
    sandbox.advance(4000);

    expect(await usdOf(send, body['id'])).toMatchObject({ status: 'OFFBOARDED' });
  });

  test('is dropped when the customer asks again', async () => {
    const { sandbox, send } = await standaloneSandbox();
    const { body } = await send('POST', '/customers', complete);
    sandbox.decide(String(body['id']), 'usd', { status: 'OFFBOARDED', afterMs: 5000 });

    await send('PATCH', `/customers/${body['id']}`, { endorsements: ['usd'] });
    sandbox.advance(5000);

    expect(await usdOf(send, body['id'])).toMatchObject({ status: 'ACTIVE' });
  });

  test('is made although the customer asks again, if that is refused', async () => {
    const { sandbox, send } = await standaloneSandbox();
    const { body } = await send('POST', '/customers', complete);
    sandbox.decide(String(body['id']), 'usd', { status: 'OFFBOARDED', afterMs: 5000 });

    await send('PATCH', `/customers/${body['id']}`, { endorsements: ['usd'], metadata: { omsSandbox: '?' } });
    sandbox.advance(5000);

    expect(await usdOf(send, body['id'])).toMatchObject({ status: 'OFFBOARDED' });
  });
});
