import { type CustomerCreateParams, OmsClient } from '@oms-sdk/client';
import type { MockServer } from '@oms-sdk/mock-server';
import { test } from '@oms-sdk/mock-server/vitest';
import { expect } from 'vitest';
import { openAccount } from './open-account.js';

/** A made-up person with everything that the checks need. */
const jane: Omit<CustomerCreateParams, 'type'> = {
  firstName: 'Jane',
  lastName: 'Example',
  email: 'jane@example.com',
  phone: '+12125550100',
  birthDate: '1990-01-01',
  nationality: 'US',
  signedAgreement: true,
  residentialAddress: { line1: '1 Example St', city: 'New York', zipCode: '10001', country: 'US' },
  identifyingInformation: [{ type: 'passport', number: 'X0000000', issuingCountry: 'US' }],
};

const clientOf = ({ url, fetch }: MockServer) =>
  new OmsClient({ apiKey: 'sk_sdbx_example', apiSecret: 'example-api-secret', baseUrl: url, fetch });

test('a customer who provides everything gets a wallet', async ({ oms }) => {
  expect(await openAccount(clientOf(oms), jane, 10_000)).toMatchObject({ state: 'open' });
});

test('a customer who leaves things out learns what is missing', async ({ oms }) => {
  const account = await openAccount(clientOf(oms), { firstName: 'Jane' }, 1);

  expect(account).toMatchObject({ state: 'waiting', missing: expect.arrayContaining(['birthDate']) });
});

test('a lost response does not register anybody twice', async ({ oms }) => {
  oms.faults.add('reset-after; operation=createCustomer; nth=1');

  await openAccount(clientOf(oms), jane, 1000);

  expect((await clientOf(oms).customers.list()).data).toHaveLength(1);
});

test('a field the API does not know is noticed', async ({ oms }) => {
  oms.expectViolation('request.body.undeclared-property');

  await openAccount(clientOf(oms), { ...jane, nickname: 'Janie' } as typeof jane, 1000);
});
