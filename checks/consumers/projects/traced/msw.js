import { OmsClient } from '@oms-sdk/client';
import { nodeFetch } from '@oms-sdk/client/node';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';

const fetch = nodeFetch();
const oms = new OmsClient({
  token: async () => 'token',
  baseUrl: 'https://oms.example',
  fetch,
  maxRetries: 0,
});
const server = setupServer(
  http.post('https://oms.example/customers', ({ request }) =>
    HttpResponse.json({ id: 'cst_1', authorization: request.headers.get('authorization') }),
  ),
);
server.listen();
process.stdout.write(JSON.stringify(await oms.customers.create({ type: 'individual' })));
server.close();
await fetch.close();
