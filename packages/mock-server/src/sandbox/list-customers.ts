import type { CustomerRecord } from './customer-record.js';

/** The customers that the filters of a list leave. */
export function listedCustomers(
  records: readonly CustomerRecord[],
  query: URLSearchParams,
): CustomerRecord[] {
  const isWanted = (name: string, value: unknown) => (query.get(name) ?? value) === value;
  const after = timeIn(query, 'createdAfter', Number.NEGATIVE_INFINITY);
  const before = timeIn(query, 'createdBefore', Number.POSITIVE_INFINITY);
  return records.filter(
    ({ status, values, createdAtMs }) =>
      isWanted('status', status) &&
      isWanted('email', values.get('email')) &&
      isWanted('externalId', values.get('externalId')) &&
      createdAtMs > after &&
      createdAtMs < before,
  );
}

function timeIn(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name);
  return text === null ? otherwise : Date.parse(text);
}
