import { type Customer, EndorsementError, type OmsClient, ServerError, type Wallet } from '@oms-sdk/client';
import { fakeCall, fakeClient } from '@oms-sdk/client/testing';
import { expect, test, vi } from 'vitest';
import { openAccount } from './open-account.js';

const person = { firstName: 'Jane' };
const customer: Customer = {
  id: 'cst_1',
  object: 'customer',
  type: 'individual',
  status: 'active',
  firstName: 'Jane',
  endorsements: [],
  createdAt: '2026-01-01T00:00:00Z',
};

const wallet: Wallet = {
  id: 'wal_1',
  object: 'wallet',
  customerId: customer.id,
  address: '0x0000000000000000000000000000000000000001',
  asset: 'usdc',
  chain: 'polygon',
  status: 'active',
  createdAt: '2026-01-01T00:00:00Z',
};

test('an account is opened for the customer that was created', async () => {
  const create = vi.fn<OmsClient['wallets']['create']>(() => fakeCall(wallet));
  const oms = fakeClient({
    customers: { create: async () => customer, waitForEndorsement: async () => customer },
    wallets: { create },
  });

  expect(await openAccount(oms, person, 1000)).toMatchObject({
    state: 'open',
    address: expect.stringMatching(/^0x/),
  });
  expect(create).toHaveBeenCalledWith('cst_1', { asset: 'usdc', chain: 'polygon' });
});

test('what is missing is passed on', async () => {
  const refused = new EndorsementError({
    endorsement: 'cryptoCustody',
    status: 'PENDING',
    missing: ['birthDate'],
    issues: [],
    reason: 'timeout',
  });
  const oms = fakeClient({
    customers: { create: async () => customer, waitForEndorsement: () => Promise.reject(refused) },
  });

  expect(await openAccount(oms, person, 1000)).toEqual({ state: 'waiting', missing: ['birthDate'] });
});

test('an outage reaches the caller', async () => {
  const outage = new ServerError({ status: 503, operation: 'POST /customers' });
  const oms = fakeClient({ customers: { create: () => fakeCall(outage) } });

  await expect(openAccount(oms, person, 1000)).rejects.toBe(outage);
});
