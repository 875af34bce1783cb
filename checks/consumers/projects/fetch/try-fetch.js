import { OmsClient } from '@oms-sdk/client';

/** Creates a customer, reads it and one who is not there through a `fetch`, and prints what came of it. */
export async function tryFetch(fetch) {
  const oms = new OmsClient({ apiKey: 'sk_sdbx_any', apiSecret: 'any', fetch });
  const { id } = await oms.customers.create({ type: 'individual', firstName: 'Alice' });
  const { firstName } = await oms.customers.get(id);
  const missing = await oms.customers.get('cst_missing').catch((error) => error.name);
  process.stdout.write(JSON.stringify({ firstName, missing }));
}
