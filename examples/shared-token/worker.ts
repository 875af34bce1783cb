import { OmsClient } from '@oms-sdk/client';
import { fileTokenStore } from './file-token-store.js';

const [baseUrl = '', tokenFile = ''] = process.argv.slice(2);
const oms = new OmsClient({
  apiKey: 'sk_sdbx_example',
  apiSecret: 'example-api-secret',
  baseUrl,
  tokenStore: fileTokenStore(tokenFile),
});

await oms.customers.list();
await oms.customers.create({ type: 'individual' });
