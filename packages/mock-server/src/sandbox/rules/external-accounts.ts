import type { Clock } from '../state/clock.js';
import type { Ids } from '../state/ids.js';
import { invalidBody } from './api-problem.js';

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

/** The schemas of a country and a currency, in any case; all of them when neither is given. */
export function externalAccountSchemas(query: URLSearchParams): object {
  const fits = (name: 'country' | 'currency', value: string) =>
    (query.get(name) ?? value).toLowerCase() === value.toLowerCase();
  const data = schemas.filter(
    ({ country, currency }) => fits('country', country) && fits('currency', currency),
  );
  return { data };
}

/**
 * A registered account, with its number masked. It is not kept: no operation reads it. Throws a 422 for bank details that
 * lack what the schema of their rail requires; for a rail without a schema, any that are not empty will do.
 */
export function createExternalAccount(
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
  customerId: string,
  fields: Readonly<Record<string, unknown>>,
) {
  const { type, network, owner, bankDetails } = fields;
  const details = Object(bankDetails) as Record<string, unknown>;
  checkBankDetails(type, network, details);
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

function checkBankDetails(type: unknown, network: unknown, details: Readonly<Record<string, unknown>>): void {
  const schema = schemas.find((candidate) => candidate.type === type && candidate.network === network);
  if (Object.keys(details).length === 0 && schema === undefined)
    throw invalidBody([{ location: 'body.bankDetails', code: 'required', message: 'Must not be empty.' }]);
  const problems = (schema?.fields ?? []).flatMap(({ name, required }) => {
    const location = `body.bankDetails.${name}`;
    const value = details[name];
    if (value === undefined) return required ? [{ location, code: 'required', message: 'Is required.' }] : [];
    if (typeof value === 'string' && value !== '') return [];
    return [{ location, code: 'type', message: 'Must be a text with content.' }];
  });
  if (problems.length > 0) throw invalidBody(problems);
}
