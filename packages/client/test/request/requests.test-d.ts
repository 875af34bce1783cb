import type { OmsClient } from '@oms-sdk/client';

declare const client: OmsClient;

/* CAN send what the spec lists, and free-form metadata. */
client.customers.create({ type: 'individual', firstName: 'Jane', metadata: { plan: 'starter' } });
client.customers.update('cst_1', { signedAgreement: true, endorsements: ['basic'] });
client.customers.list({ status: 'inactive', limit: 10 });
client.wallets.create(
  'cst_1',
  { asset: 'usdc', chain: 'polygon' },
  { idempotencyKey: 'wlt-1', timeoutMs: 5_000 },
);

/* CANNOT send a key the spec does not list: a typing error would be lost without a word. */
// @ts-expect-error firstname is not firstName
client.customers.create({ type: 'individual', firstname: 'Jane' });
// @ts-expect-error status is not part of a creation
client.customers.create({ type: 'individual', status: 'active' });
// @ts-expect-error type cannot be changed
client.customers.update('cst_1', { type: 'individual' });
// @ts-expect-error zip is not zipCode, inside an address as well
client.customers.update('cst_1', { residentialAddress: { zip: '10001' } });
// @ts-expect-error state is not status in a filter
client.customers.list({ state: 'active' });
// @ts-expect-error retries is not an option of a call
client.customers.get('cst_1', { retries: 3 });

/* CANNOT leave out what is required, or send a value that no enum of a request has. */
// @ts-expect-error type is required
client.customers.create({ firstName: 'Jane' });
// @ts-expect-error a creation needs a body
client.customers.create();
// @ts-expect-error request enums are closed
client.customers.create({ type: 'business' });
// @ts-expect-error request enums are closed, in filters as well
client.customers.list({ status: 'dormant' });
// @ts-expect-error request enums are closed, in lists as well
client.customers.update('cst_1', { endorsements: ['gold'] });
// @ts-expect-error no request field is nullable
client.customers.update('cst_1', { email: null });

/* CANNOT call without an id, or with one that is not a string. */
// @ts-expect-error the id is required
client.customers.get();
// @ts-expect-error the id is a string
client.customers.get(42);
// @ts-expect-error the id may be missing here
client.wallets.get(undefined as string | undefined);
