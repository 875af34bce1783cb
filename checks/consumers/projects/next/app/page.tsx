import { type Customer, OmsClient } from '@oms-sdk/client';
import { connection } from 'next/server';

const oms = new OmsClient({ apiKey: 'sk_sdbx_any', apiSecret: 'any' });

export default async function Page() {
  await connection();
  const created: Customer = await oms.customers.create({ type: 'individual', firstName: 'Alice' });
  const { status } = await oms.customers.get(created.id);
  return <p data-status={status}>{created.id}</p>;
}
