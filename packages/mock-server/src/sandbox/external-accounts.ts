import type { World } from './world.js';

/** The one rail the documentation shows. The real API does not have these operations yet. */
const schemas = [
  {
    country: 'US',
    currency: 'usd',
    type: 'usBank',
    network: 'ach',
    fields: ['accountNumber', 'routingNumber', 'accountType', 'bankName'].map((name) => ({
      name,
      required: name !== 'bankName',
    })),
  },
] as const;

/** The schemas of a country and a currency; all of them when neither is given. */
export function externalAccountSchemas(query: URLSearchParams): object {
  const fits = (name: 'country' | 'currency', value: string) => (query.get(name) ?? value) === value;
  const data = schemas.filter(
    ({ country, currency }) => fits('country', country) && fits('currency', currency),
  );
  return { data };
}

/** A registered account, with its number masked. It is not kept: no operation reads it. */
export function createExternalAccount(
  world: World,
  customerId: string,
  fields: Readonly<Record<string, unknown>>,
) {
  const { type, network, owner, bankDetails } = fields;
  const details = Object(bankDetails) as Record<string, unknown>;
  return {
    id: world.id('cpUsBank'),
    object: 'counterparty.usBank',
    customerId,
    type,
    network,
    status: 'verified',
    owner,
    bankDetails: { ...details, accountNumber: `****${String(details['accountNumber'] ?? '').slice(-4)}` },
    createdAt: world.timestamp(),
  };
}
