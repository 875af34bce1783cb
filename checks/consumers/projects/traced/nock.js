import { OmsClient } from '@oms-sdk/client';
import { nodeFetch } from '@oms-sdk/client/node';
import nock from 'nock';

const reqheaders = { authorization: 'Bearer token' };
nock('https://oms.example', { reqheaders })
  .post('/customers', { type: 'individual' })
  .reply(201, { id: 'cst_1' });
const fetch = nodeFetch();
const oms = new OmsClient({
  token: async () => 'token',
  baseUrl: 'https://oms.example',
  fetch,
  maxRetries: 0,
});
process.stdout.write(JSON.stringify(await oms.customers.create({ type: 'individual' })));
await fetch.close();
