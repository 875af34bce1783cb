import { OmsClient } from '@oms-sdk/client';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';

const oms = new OmsClient({
  token: async () => (await headers()).get('x-session') ?? redirect('/sign-in'),
});

export default async function Page() {
  const { data } = await oms.customers.list();
  return <p>{data.length}</p>;
}
