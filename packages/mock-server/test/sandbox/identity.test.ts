import { describe, expect, test } from 'vitest';
import { alice, documents, type Send } from './observed-sandbox.js';
import { standaloneSandbox } from './standalone-sandbox.js';

/** The fields that `usd` still misses. */
async function missing(send: Send, id: unknown): Promise<string[]> {
  const { body } = await send('GET', `/customers/${id}`);
  const endorsements = body['endorsements'] as { type: string; requirements: { missing: string[] } }[];
  return endorsements.find(({ type }) => type === 'usd')?.requirements.missing ?? [];
}

async function created(fields: object) {
  const { send } = await standaloneSandbox();
  const { body } = await send('POST', '/customers', { ...alice, ...documents, ...fields });
  const change = (update: object) => send('PATCH', `/customers/${body['id']}`, update);
  return { send, change, missing: () => missing(send, body['id']) };
}

test.each([
  ['firstName', { firstName: '' }],
  ['residentialAddress', { residentialAddress: {} }],
  ['residentialAddress', { residentialAddress: { line1: '', city: '' } }],
  ['identifyingInformation', { identifyingInformation: [] }],
  ['identifyingInformation', { identifyingInformation: [{}] }],
  ['signedAgreement', { signedAgreement: false }],
])('%s counts as missing when it is sent as %j', async (name, fields) => {
  const customer = await created(fields);

  expect(await customer.missing()).toEqual([name]);
});

test('a field that an update empties is missing again', async () => {
  const customer = await created({});

  await customer.change({ lastName: '' });

  expect(await customer.missing()).toEqual(['lastName']);
});

describe('identity documents', () => {
  test('stay when an update sends none', async () => {
    const customer = await created({});

    await customer.change({ identifyingInformation: [] });

    expect(await customer.missing()).toEqual([]);
  });

  test('are added by an update', async () => {
    const customer = await created({ identifyingInformation: undefined });
    expect(await customer.missing()).toEqual(['identifyingInformation']);

    await customer.change(documents);

    expect(await customer.missing()).toEqual([]);
  });
});

test('an external account is not made for a customer who was deleted', async () => {
  const { send } = await standaloneSandbox();
  const { body } = await send('POST', '/customers', alice);
  await send('DELETE', `/customers/${body['id']}`);

  const account = { type: 'usBank', network: 'ach', owner: {}, bankDetails: {} };
  const reply = await send('POST', `/customers/${body['id']}/external-accounts`, account);

  expect(reply).toMatchObject({ status: 409, body: { code: 'state_conflict' } });
});

test('a refused create leaves nothing behind, also no ids', async () => {
  const { send } = await standaloneSandbox();
  await send('POST', '/customers', { type: 'individual', metadata: [] });

  expect((await send('GET', '/customers')).body['data']).toEqual([]);
});

describe('paging', () => {
  test('goes on when the last customer of a page leaves the filter', async () => {
    const { send } = await standaloneSandbox();
    const ids: unknown[] = [];
    for (let index = 0; index < 3; index += 1)
      ids.unshift((await send('POST', '/customers', alice)).body['id']);
    const first = await send('GET', '/customers?status=active&limit=1');

    await send('DELETE', `/customers/${ids[0]}`);
    const second = await send('GET', `/customers?status=active&limit=1&cursor=${first.body['cursor']}`);

    expect(second.body['data']).toMatchObject([{ id: ids[1] }]);
  });

  test('goes on when the last endpoint of a page is gone', async () => {
    const { send } = await standaloneSandbox();
    const make = async () =>
      (await send('POST', '/webhooks', { url: 'https://app.example.com/hooks' })).body['id'];
    const [oldest, , newest] = [await make(), await make(), await make()];
    const first = await send('GET', '/webhooks?limit=2');
    const second = (first.body['data'] as { id: string }[])[1]?.id;

    await send('DELETE', `/webhooks/${second}`);
    const rest = await send('GET', `/webhooks?limit=2&cursor=${first.body['cursor']}`);

    expect(first.body['data']).toMatchObject([{ id: newest }, {}]);
    expect(rest.body).toMatchObject({ data: [{ id: oldest }], hasMore: false, cursor: null });
  });
});

test('two requests with one idempotency key at the same time make one customer', async () => {
  const { send } = await standaloneSandbox();
  const create = () => send('POST', '/customers', alice, { 'idempotency-key': 'cst-alice-001' });

  const replies = await Promise.all(Array.from({ length: 10 }, create));

  expect(new Set(replies.map(({ body }) => body['id'])).size).toBe(1);
  expect((await send('GET', '/customers')).body['data']).toHaveLength(1);
});
