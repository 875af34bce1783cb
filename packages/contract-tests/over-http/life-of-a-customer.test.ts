import type { CustomerCreateParams } from '@oms-sdk/client';
import { expect, test } from 'vitest';
import { readExample } from '../src/examples.js';
import { sandboxClient, uniqueName } from './connect.js';

const jane = readExample<CustomerCreateParams>('customer-create-jane');
const usdc = { asset: 'usdc', chain: 'polygon' };

test('the onboarding guide runs from the first call to the last', async () => {
  const { oms, verdicts } = sandboxClient();
  const externalId = uniqueName('usr');

  const { id } = await oms.customers.create({ ...jane, externalId });
  const endorsed = await oms.customers.waitForEndorsement(id, 'cryptoCustody');
  const wallet = await oms.wallets.create(id, usdc);
  const found = await oms.customers.list({ externalId }).toArray({ limit: 10 });
  const deleted = await oms.customers.delete(id);

  expect(endorsed.id).toBe(id);
  expect(found.map((customer) => [customer.id, customer.wallets?.[0]?.id])).toEqual([[id, wallet.id]]);
  expect(deleted.status).toBe('inactive');
  expect(new Set(verdicts)).toEqual(new Set(['0']));
});

test('what was changed is what is read', async () => {
  const { oms } = sandboxClient();
  const { id } = await oms.customers.create({ type: 'individual', firstName: 'Zoë' });

  await oms.customers.update(id, { firstName: '美咲', metadata: { tier: 'gold 🥇' } });

  expect(await oms.customers.get(id)).toMatchObject({ firstName: '美咲', metadata: { tier: 'gold 🥇' } });
});

test('a wallet is listed, read and has a balance', async () => {
  const { oms, verdicts } = sandboxClient();
  const { id } = await oms.customers.create({ ...jane, externalId: uniqueName('usr') });
  await oms.customers.waitForEndorsement(id, 'cryptoCustody');

  const wallet = await oms.wallets.create(id, usdc);

  expect((await oms.wallets.list(id)).data.map((listed) => listed.id)).toEqual([wallet.id]);
  expect((await oms.wallets.get(wallet.id)).id).toBe(wallet.id);
  expect(await oms.wallets.getBalance(wallet.id)).toBeTypeOf('object');
  expect(new Set(verdicts)).toEqual(new Set(['0']));
});

test('a webhook endpoint is made, paused and taken away', async () => {
  const { oms, verdicts } = sandboxClient();

  const { id, secret } = await oms.webhookEndpoints.create({ url: 'https://app.example.com/hooks' });
  const paused = await oms.webhookEndpoints.update(id, { enabled: false });
  await oms.webhookEndpoints.delete(id);

  expect(secret).toMatch(/^whsec_/);
  expect(paused.enabled).toBe(false);
  await expect(oms.webhookEndpoints.get(id)).rejects.toMatchObject({ status: 404 });
  expect(new Set(verdicts)).toEqual(new Set(['0']));
});
