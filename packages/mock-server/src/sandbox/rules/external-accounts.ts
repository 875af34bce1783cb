import type { Clock } from '../state/clock.js';
import type { Ids } from '../state/ids.js';

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
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
  customerId: string,
  fields: Readonly<Record<string, unknown>>,
) {
  const { type, network, owner, bankDetails } = fields;
  const details = Object(bankDetails) as Record<string, unknown>;
  return {
    id: ids.id('cpUsBank'),
    object: 'counterparty.usBank',
    customerId,
    type,
    network,
    status: 'verified',
    owner,
    bankDetails: { ...details, accountNumber: `****${String(details['accountNumber'] ?? '').slice(-4)}` },
    createdAt: clock.timestamp(),
  };
}
