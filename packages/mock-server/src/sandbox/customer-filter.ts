import { invalidRequest } from './api-problem.js';
import type { CustomerRecord } from './customer-record.js';

/** Tells which customers the filters of a list leave. Throws a 400 for a time that cannot be read. */
export function customerFilter(query: URLSearchParams): (record: CustomerRecord) => boolean {
  const isWanted = (name: string, value: unknown) => (query.get(name) ?? value) === value;
  const after = timeIn(query, 'createdAfter', Number.NEGATIVE_INFINITY);
  const before = timeIn(query, 'createdBefore', Number.POSITIVE_INFINITY);
  return ({ status, values, createdAtMs }) =>
    isWanted('status', status) &&
    isWanted('email', values['email']) &&
    isWanted('externalId', values['externalId']) &&
    createdAtMs > after &&
    createdAtMs < before;
}

function timeIn(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name);
  if (text === null) return otherwise;
  const time = Date.parse(text);
  if (!Number.isNaN(time)) return time;
  throw invalidRequest([
    { location: `query.${name}`, code: 'format', message: 'Must be a date and a time.' },
  ]);
}
