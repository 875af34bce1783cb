import type { CustomerCreateParams } from '@oms-sdk/client';
import {
  AuthenticationError,
  ConflictError,
  EndorsementError,
  NotFoundError,
  OmsClient,
  UnprocessableContentError,
} from '@oms-sdk/client';
import { type MockServer, startMockServer } from '@oms-sdk/mock-server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { calls } from '../src/calls.js';
import { readExample } from '../src/examples.js';

const jane = readExample<CustomerCreateParams>('customer-create-jane');
const usdc = { asset: 'usdc', chain: 'polygon' };

let server: MockServer;
let oms: OmsClient;
beforeEach(async () => {
  server = await startMockServer({ mode: 'sandbox', listen: false });
  oms = new OmsClient({
    apiKey: 'sk_sdbx_example',
    apiSecret: 'example-api-secret',
    baseUrl: server.url,
    fetch: server.fetch,
  });
});
afterEach(() => {
  const ofTheServer = server.violations.filter(({ blame }) => blame !== 'client');
  expect(ofTheServer).toEqual([]);
});

test('the onboarding guide runs from the first call to the last', async () => {
  const created = await oms.customers.create(jane);
  const endorsed = await oms.customers.waitForEndorsement(created.id, 'cryptoCustody');
  const wallet = await oms.wallets.create(created.id, usdc);
  const found = await oms.customers.list({ externalId: jane.externalId ?? '' }).toArray({ limit: 10 });
  const deleted = await oms.customers.delete(created.id);

  expect(endorsed.id).toBe(created.id);
  expect(found.map(({ id, wallets }) => [id, wallets?.[0]?.id])).toEqual([[created.id, wallet.id]]);
  expect(deleted.status).toBe('inactive');
  server.assertNoViolations();
});

test('a list of many customers is iterated page by page, each of them once', async () => {
  for (let number = 0; number < 7; number += 1)
    await oms.customers.create({ type: 'individual', externalId: `usr_${number}` });
  const seen: unknown[] = [];

  for await (const { externalId } of oms.customers.list({ limit: 3 })) seen.push(externalId);

  expect(seen).toEqual(['usr_6', 'usr_5', 'usr_4', 'usr_3', 'usr_2', 'usr_1', 'usr_0']);
});

test('a token that expired is exchanged without the caller noticing', async () => {
  await oms.customers.create(jane);
  server.sandbox.advance(3_600_000);

  expect((await oms.customers.list()).data).toHaveLength(1);
  expect(server.requests.filter(({ operationId }) => operationId === 'createToken')).toHaveLength(2);
});

test('a write that is repeated under its key is done once', async () => {
  const options = { idempotencyKey: 'cst-jane-001' };

  const [first, second] = [
    await oms.customers.create(jane, options),
    await oms.customers.create(jane, options),
  ];

  expect(second.id).toBe(first.id);
  await expect(oms.customers.create({ type: 'individual' }, options)).rejects.toThrow(ConflictError);
});

test('what is refused comes as the error of its status', async () => {
  const { id } = await oms.customers.create({ type: 'individual' });

  await expect(oms.wallets.create(id, usdc)).rejects.toThrow(UnprocessableContentError);
  await expect(oms.customers.get('cst_unknown')).rejects.toThrow(NotFoundError);
  const stranger = new OmsClient({
    apiKey: 'sk_sdbx_example',
    apiSecret: 'wrong',
    baseUrl: server.url,
    fetch: server.fetch,
  });
  await expect(stranger.customers.list()).rejects.toThrow(AuthenticationError);
});

test('a refused endorsement ends the wait for it', async () => {
  const { id } = await oms.customers.create({ ...jane, metadata: { omsSandbox: 'reject' } });

  await expect(oms.customers.waitForEndorsement(id, 'usd')).rejects.toThrow(EndorsementError);
});

test.each(Object.keys(calls) as (keyof typeof calls)[])('%s is answered as the spec says', async (id) => {
  const { ok, response } = await calls[id].raw(oms);

  expect(ok || [400, 404, 422].includes(response.status)).toBe(true);
  server.assertNoViolations();
});
