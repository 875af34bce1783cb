import { OmsClient } from '@oms-sdk/client';

const oms = new OmsClient({
  apiKey: 'sk_sdbx_any',
  apiSecret: 'any',
  fetch: (url, init) => fetch(url, { ...init, cache: 'no-store' }),
});

export default async function Page() {
  const { status } = await oms.customers.create({ type: 'individual', firstName: 'Alice' });
  return <p data-status={status} />;
}
