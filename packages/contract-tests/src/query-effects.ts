import type { operations } from '@oms-sdk/client/types';
import type { OperationId } from './calls.js';

type QueryOf<Id extends OperationId> = NonNullable<operations[Id]['parameters']['query']>;
type WithQuery = { [Id in OperationId]: [QueryOf<Id>] extends [never] ? never : Id }[OperationId];

/** A filled sandbox, which the values of the parameters are about. */
export interface Filled {
  readonly customerId: string;
  readonly walletId: string;
  /** When the second of three customers was created. */
  readonly middle: string;
  /** The cursor of a first page of one entry. */
  readonly cursorOf: (path: string) => Promise<string>;
}

/** Where an operation is called, and for each of its query parameters a value that changes what is returned. */
export interface QueryEffects<Name extends string = string> {
  readonly path: (filled: Filled) => string;
  readonly values: { readonly [N in Name]: (filled: Filled, path: string) => string | Promise<string> };
}

const pages: QueryEffects<'cursor' | 'limit'>['values'] = {
  cursor: ({ cursorOf }, path) => cursorOf(path),
  limit: () => '1',
};

/**
 * Every query parameter of the spec, with what shows that the sandbox honours it. A new one does not compile, and fails a
 * test, until it stands here; and it cannot stand here while the sandbox ignores it.
 */
export const queryEffects: { readonly [Id in WithQuery]: QueryEffects<keyof QueryOf<Id> & string> } = {
  listCustomers: {
    path: () => '/customers',
    values: {
      ...pages,
      status: () => 'inactive',
      email: () => 'second@example.com',
      externalId: () => 'usr_second',
      createdAfter: ({ middle }) => middle,
      createdBefore: ({ middle }) => middle,
    },
  },
  listWallets: { path: ({ customerId }) => `/customers/${customerId}/wallets`, values: pages },
  getWalletBalance: {
    path: ({ walletId }) => `/wallets/${walletId}/balance`,
    values: { estimatedBalanceCurrencyCode: () => 'EUR' },
  },
  listWebhookEndpoints: { path: () => '/webhooks', values: pages },
  listExternalAccountSchemas: {
    path: () => '/external-accounts/schemas',
    values: { country: () => 'XX', currency: () => 'xxx' },
  },
};
