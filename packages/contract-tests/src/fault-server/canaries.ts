import { inspect } from 'node:util';
import type { CustomerCreateParams } from '@oms-sdk/client';
import { readExample } from '../examples.js';

/** Stands in every secret and in every field of a person, so that a leak of any of them is seen. */
export const canary = 'CANARY';

/** A key, a secret and a token that must not show up anywhere. */
export const secrets = {
  apiKey: `sk_sdbx_${canary}`,
  apiSecret: `${canary}-secret`,
  token: `${canary}-token`,
};

/** A synthetic person whose every field holds the canary. */
export const person = plant(readExample<CustomerCreateParams>('customer-create-jane'));

function plant<T>(value: T): T {
  if (typeof value === 'string') return `${canary}-${value}` as T;
  if (Array.isArray(value)) return value.map(plant) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plant(inner)])) as T;
}

/** Everything that an error shows when it is logged, stored or inspected, its causes included. */
export function shown(error: unknown): string {
  const { message, stack, cause } = Object(error) as Error;
  const views = [{}, { showHidden: true }, { getters: true }].map((view) =>
    inspect(error, { ...view, depth: Number.POSITIVE_INFINITY }),
  );
  return [message, stack, String(error), JSON.stringify(error), JSON.stringify(cause), ...views].join('\n');
}
