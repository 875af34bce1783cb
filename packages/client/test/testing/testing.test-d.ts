import {
  type ApiPromise,
  type Customer,
  type CustomerList,
  NotFoundError,
  type OmsClient,
  type PagePromise,
} from '@oms-sdk/client';
import { fakeCall, fakeClient } from '@oms-sdk/client/testing';

declare const customer: Customer;

/** A call and a list are what the methods of a client return, without a cast. */
fakeCall(customer) satisfies ApiPromise<Customer>;
fakeCall(Promise.resolve(customer)) satisfies ApiPromise<Customer>;
fakeCall({ data: [customer], hasMore: false }) satisfies PagePromise<CustomerList, Customer>;
fakeCall(
  { data: [customer], hasMore: true, cursor: 'cur_2' },
  { data: [], hasMore: false },
) satisfies PagePromise<CustomerList, Customer>;
const failed = fakeCall(new NotFoundError({ status: 404, operation: 'GET /customers/{customerId}' }));
failed satisfies ApiPromise<Customer>;
failed satisfies PagePromise<CustomerList, Customer>;

/** A fake is a client, however little of it is faked. */
fakeClient() satisfies OmsClient;
fakeClient({
  customers: {
    get: async () => customer,
    create: async ({ firstName }) => ({ ...customer, firstName: firstName ?? null }),
    update: () => customer,
    delete: () => fakeCall(customer),
    list: async ({ cursor } = {}) => ({ data: [customer], hasMore: cursor === undefined }),
    waitForEndorsement: async () => customer,
  },
  wallets: { list: () => fakeCall({ data: [], hasMore: false }) },
  request: async () => ({ any: 'JSON' }),
}) satisfies OmsClient;

fakeClient({
  customers: {
    // @ts-expect-error a method the client does not have
    gett: async () => customer,
  },
});
fakeClient({
  customers: {
    // @ts-expect-error something else than a customer
    get: async () => ({ id: 1 }),
  },
});
// @ts-expect-error a resource the client does not have
fakeClient({ custmers: {} });
