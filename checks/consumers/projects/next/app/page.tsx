import { type Customer, OmsClient } from '@oms-sdk/client';
import { headers } from 'next/headers';

const oms = new OmsClient({ apiKey: 'sk_sdbx_any', apiSecret: 'any' });

/** Calls before it reads anything of the request: only the call itself makes it dynamic. */
export default async function Page() {
  const created: Customer = await oms.customers.create({ type: 'individual', firstName: 'Alice' });
  const { status } = await oms.customers.get(created.id);
  await headers();
  return <p data-status={status}>{created.id}</p>;
}
